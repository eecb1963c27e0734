#include "cast.h"

namespace vastin::cast {

std::string source() { return VASTIN_SOURCE; }
std::string build() { return VASTIN_BUILD; }

}  // namespace vastin::cast
