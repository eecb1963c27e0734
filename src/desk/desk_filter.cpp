#include "desk/desk_filter.h"

#include <algorithm>

#include "call/opening.h"
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
    const std::string number = fields.get("batch");
    const auto batches = call::batches(call.window);
    const auto batch = std::find_if(
        batches.begin(), batches.end(), [&](const auto& one) { return std::to_string(one.number) == number; });
    return with_batch(std::move(chosen), call, batch == batches.end() ? 0 : batch->number);
}

Chosen with_batch(Chosen chosen, const call::Call& call, std::int64_t number) {
    const auto batches = call::batches(call.window);
    chosen.batch = call.window.cut_offs.empty() ? 0 : number;
    chosen.filter.after = chosen.batch == 0 ? Instant{} : batches.at(static_cast<std::size_t>(number) - 1).after;
    // the last one holds all that came after it, whenever the call was closed
    chosen.filter.by = chosen.batch == 0 || number == static_cast<std::int64_t>(batches.size())
                           ? for_ever
                           : batches.at(static_cast<std::size_t>(number) - 1).by;
    return chosen;
}

std::string query_of(const Chosen& chosen) {
    std::string query;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) {
            query += (query.empty() ? "?" : "&") + std::string(key) + "=" + kit::url_escaped(value);
        }
    };
    add("batch", chosen.batch > 0 ? std::to_string(chosen.batch) : "");
    add("theme", chosen.filter.theme);
    add("state", chosen.filter.state ? std::string(application::code(*chosen.filter.state)) : "");
    add("q", chosen.typed);
    return query;
}

}  // namespace vastin::desk
