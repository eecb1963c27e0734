#pragma once
// What the command line can do besides serving.
#include <string>

#include "identity/identity.h"

namespace vastin::town {

/// Prints every mistake of a programme's files; the exit code: 0 none, 1 some.
int check_programme(const std::string& folder);
/// Walks every audit chain, seal and frozen document of a town; prints the faults; 0 none, 1 some. Reads only, also
/// beside a running server.
int verify(const std::string& database);
/// Makes an account and prints its one-time link, valid 24 hours; for an account that is there, a new link. 0 done, 1
/// refused.
int invite(const std::string& database, const identity::NewAccount& account, const std::string& site);

}  // namespace vastin::town
