#pragma once
// A child process for work that is not trusted with the machine: no network, no new processes, nothing to read but
// programs and fonts, one empty folder to write to, and limits on time, memory and output. What the kernel offers is
// used (Linux: rlimits, no-new-privileges, seccomp, Landlock, a network namespace); only the rlimits are always there.
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace vastin::kit {

struct ChildSettings {
    std::vector<std::string> command;  // whole path first; never through a shell
    Duration time = seconds(60);       // on the clock, then it is killed
    std::int64_t processor_seconds = 15;
    std::size_t memory = 1024u * 1024 * 1024;  // bytes of addresses
    std::size_t output = 32u * 1024 * 1024;    // bytes of stdout; more kills it
    std::vector<std::string> readable = {"/usr",
                                         "/lib",
                                         "/lib64",
                                         "/bin",
                                         "/etc/fonts",
                                         "/etc/ld.so.cache",
                                         "/etc/alternatives",
                                         "/etc/localtime",
                                         "/var/cache/fontconfig",
                                         "/dev/null",
                                         "/dev/urandom"};
};

struct ChildResult {
    int status = -1;     // of exit(); -1: it was killed, or never began
    std::string output;  // stdout
    std::string said;    // the end of stderr, for the log
};

/// Runs the command with `input` as its stdin, to its end. TMPDIR names its folder, which is gone afterwards. Safe from
/// any thread. Throws std::runtime_error when no process can be made.
ChildResult run_child(const ChildSettings& settings, std::string_view input);

}  // namespace vastin::kit
