#pragma once
// A broken assumption is a bug of ours: it throws in every build and ends as 500 with an incident number at the edge.
#include <source_location>
#include <stdexcept>
#include <string>

namespace vastin {

struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

/// Throws Bug with file and line unless `holds`. For what only a mistake of ours can break; never for input.
inline void check(bool holds,
                  const char* what = "broken assumption",
                  std::source_location at = std::source_location::current()) {
    if (!holds) {
        throw Bug(std::string(at.file_name()) + ":" + std::to_string(at.line()) + ": " + what);
    }
}

}  // namespace vastin
