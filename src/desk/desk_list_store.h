#pragma once
// The SQL of the desk's lists and sums. Every list is walked by keys, every sum is a few rows: they cost the same
// whether a call has a thousand applications or a hundred thousand.
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "kit/db.h"

namespace vastin::desk {

/// An application in a list, as last sent: what its people are changing is not the desk's.
struct Row {
    Id<application::Application> id;
    std::string call, title, organisation, business_id;
    application::State state = application::State::received;
    std::string register_number;
    Instant arrived;  // the first time
    application::Asked asked;
};
/// Where a list goes on: after that application.
struct Place {
    Instant arrived;
    Id<application::Application> id;
};
inline const Place from_the_first{Instant{}, Id<application::Application>{*IdText::read("00000000000000000000000000")}};

/// Where the list of `filter` goes on after `after`: its batch may begin later.
Place begin_of(const Filter& filter, const Place& after);
/// Applications of `call` that were ever sent and match `filter`, first come first, at most `most`, after `after`.
std::vector<Row> list(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& after, std::int64_t most);
/// One of them, or nothing: never sent, or no such id.
std::optional<Row> find_row(kit::Transaction& t, Id<application::Application> id);
/// Drafts in `call`, counted to `most`: never sent.
std::int64_t count_drafts(kit::Transaction& t, const std::string& call, std::int64_t most);
/// The last number given in a series, 0 where none was.
std::int64_t last_number(kit::Transaction& t, const std::string& series);

/// The sums of one theme, of what was sent and not withdrawn.
struct ThemeTotal {
    std::string theme;
    std::int64_t applications = 0;  // one of two themes counts in both
    std::int64_t firsts = 0;        // each application once
    Sums sums;
};
/// As far as they are noted; see unnoted_of().
std::vector<ThemeTotal> totals(kit::Transaction& t, const std::string& call);
/// What was asked for by what arrived after one place, up to another with it, and was not withdrawn: counted from the
/// rows of that range, so it costs as much as it holds.
struct Stretch {
    std::int64_t applications = 0;
    application::Asked asked;
};
Stretch stretch(kit::Transaction& t, const std::string& call, const Place& after, const Place& upto);
/// Arrivals of `call` that the sums do not hold yet, at most `most`.
std::vector<Id<application::Application>> unnoted_of(kit::Transaction& t, const std::string& call, std::int64_t most);

// For the noting (desk_acts.h):

/// What is kept of an application.
struct Kept {
    std::string call;
    Instant arrived;
    bool counts = false;
    std::vector<ThemeSums> themes;
};
std::optional<Kept> kept(kit::Transaction& t, Id<application::Application> id);
/// Puts `now` in the place of what was kept; nothing: it is only taken away.
void keep(kit::Transaction& t, Id<application::Application> id, const Kept& now);
void keep_words(kit::Transaction& t,
                Id<application::Application> id,
                const std::string& call,
                Instant arrived,
                const std::vector<std::string>& words);
/// Adds to the sums of a theme; all may be negative.
void add_to_total(kit::Transaction& t, const std::string& call, const ThemeTotal& change);

}  // namespace vastin::desk
