#include "demo/demo_store.h"

namespace vastin::demo {

std::optional<std::string> kept_moment(kit::Transaction& t) {
    auto found = t.maybe<std::string>(R"sql(SELECT moment FROM demo_clock WHERE name = 'town')sql");
    return found ? std::optional(std::get<0>(std::move(*found))) : std::nullopt;
}

void keep_moment(kit::Transaction& t, std::string_view moment) {
    t.change(
        R"sql(INSERT INTO demo_clock (name, moment) VALUES ('town', :moment) ON CONFLICT (name) DO UPDATE SET moment = excluded.moment)sql",
        moment);
}

}  // namespace vastin::demo
