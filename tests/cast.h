#pragma once
// What the tests share: where the source and the build are, and a small cast of named people and things.
#include <string>

namespace vastin::cast {

/// The checkout: src/, programmes/, migrations/ are below it.
std::string source();
/// The build: texts/*.mo are below it.
std::string build();

}  // namespace vastin::cast
