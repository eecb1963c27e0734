#pragma once
// The structured log: one JSON object a line on stderr (or a file), UTC, who, what, result, request number. Never
// secrets, bodies or names of persons.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vastin::kit {

using LogValues = std::vector<std::pair<std::string_view, std::string>>;
/// `event` is a fixed word: "request", "start", "refused", "incident". Line breaks and control letters in values are
/// escaped.
void log(std::string_view event, const LogValues& values = {});
void log_to_file(const std::string& path);  // instead of stderr
void log_quietly(bool quiet);               // only incidents, for tests

}  // namespace vastin::kit
