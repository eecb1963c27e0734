#include "desk/desk_filter.h"

#include <algorithm>

#include "kit/limits.h"

namespace vastin::desk {

Chosen read_filter(const kit::Fields& fields, const call::Call& call) {
    Chosen chosen;
    const std::string theme = fields.get("theme");
    const bool known =
        std::any_of(call.themes.begin(), call.themes.end(), [&](const auto& one) { return one.id == theme; });
    chosen.filter.theme = known ? theme : "";
    const auto state = application::read_state(fields.get("state"));
    chosen.filter.state = state && application::was_sent(*state) ? state : std::nullopt;
    chosen.typed = fields.get("q").substr(0, kit::limits::line_letters);
    while (!chosen.typed.empty() && (static_cast<unsigned char>(chosen.typed.back()) & 0x80U) != 0 &&
           fields.get("q").size() > chosen.typed.size()) {
        chosen.typed.pop_back();  // never in the middle of a letter
    }
    chosen.filter.words = search_words(chosen.typed);
    chosen.filter.words.resize(std::min<std::size_t>(chosen.filter.words.size(), 3));
    return chosen;
}

std::string query_of(const Chosen& chosen) {
    std::string query;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) {
            query += (query.empty() ? "?" : "&") + std::string(key) + "=" + kit::url_escaped(value);
        }
    };
    add("theme", chosen.filter.theme);
    add("state", chosen.filter.state ? std::string(application::code(*chosen.filter.state)) : "");
    add("q", chosen.typed);
    return query;
}

}  // namespace vastin::desk
