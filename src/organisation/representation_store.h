#pragma once
// The SQL of representations.
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"
#include "organisation/representation.h"

namespace vastin::organisation {

/// False when the account says so already, confirmed or not.
bool put_representation(kit::Transaction& t, const Representation& said);
/// What moves it on.
struct Decision {
    State to = State::confirmed;
    Standing standing = Standing::representative;
    Instant at{};
    std::string by{};  // id of an account
    std::string reason{};
};
/// False when it is no longer in `from`.
bool move_representation(kit::Transaction& t, Id<Representation> id, State from, const Decision& decision);

std::optional<Representation> find_representation(kit::Transaction& t, Id<Representation> id);
/// The person of a representation.
Representative with_person(kit::Transaction& t, Representation representation);
/// What an account has said, newest first; `open` only what is said or confirmed.
enum class Which { open, all };
std::vector<Representation> representations_of(kit::Transaction& t,
                                               Id<identity::Account> account,
                                               Which which,
                                               std::int64_t most);
/// Who is said or confirmed to act for `of`, oldest first.
std::vector<Representative> people_of(kit::Transaction& t, Id<Organisation> of, std::int64_t most);
/// Those in `state` after `after`, oldest first: the office's list.
std::vector<Representative> representatives(kit::Transaction& t,
                                            State state,
                                            Id<Representation> after,
                                            std::int64_t most);
std::int64_t count_in(kit::Transaction& t, State state);
/// Whether `account` is a confirmed administrator of `of`.
bool is_administrator(kit::Transaction& t, Id<identity::Account> account, Id<Organisation> of);

}  // namespace vastin::organisation
