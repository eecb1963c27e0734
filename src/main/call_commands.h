#pragma once
// Calls on the command line, without a server.
#include <string>

namespace vastin::town {

/// A call's file, and the folder with its programme.toml; "" : the folder above the file's, or the file's own, and
/// where neither has one the file stands alone.
struct CallFile {
    std::string file, programme;
};

/// Prints every fault as FILE:LINE:COLUMN: KEY: what was expected, what was found; 0 none, 1 some. Without faults it
/// prints what should be seen before publishing (preparation/lint.h), as FILE:LINE:COLUMN: warning: KEY: SENTENCE.
int check_call(const CallFile& call);
/// Judges an application (JSON, vastin.application.1) by the call and prints what was found; `json`: as one JSON
/// object. 0 when it could be judged, 1 with the reason on stderr when not.
int try_call(const CallFile& call, const std::string& application, const std::string& language, bool json);
/// Prints a published JSON Schema: "application" or "call". 1 for an unknown name.
int print_schema(const std::string& name);

}  // namespace vastin::town
