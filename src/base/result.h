#pragma once
// A business no is a Refusal in a Result; the world failing is an exception of kit; a bug is check(). Never mixed.
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "base/phrase.h"

namespace vastin {

/// Why not, and where: `field` is the key of the form's field, or empty for the whole. Where a rule of a call says no,
/// `rule` is where it stands in the call's file ("funding.total_costs_most"), with what it allows and what was found.
struct Reason {
    Phrase phrase;
    std::string field;
    std::string rule{};
    Phrase allowed{}, found{};  // "at most 150 000 euros" and "180 000 euros"; empty where nothing is measured
    Phrase source{};            // where the rule is said: "Call 2025, Funding"
    friend bool operator==(const Reason&, const Reason&) = default;
};

/// not_found 404 (also what a stranger sees), forbidden 403, conflict 409, invalid 422, too_many 429.
struct Refusal {
    enum class Kind { not_found, forbidden, conflict, invalid, too_many };
    Kind kind = Kind::invalid;
    std::vector<Reason> reasons;
};

template <class T>
using Result = tl::expected<T, Refusal>;
using Done = Result<std::monostate>;
inline Done done() { return std::monostate{}; }

inline tl::unexpected<Refusal> refuse(Refusal::Kind kind, Phrase why, std::string field = {}) {
    return tl::unexpected(Refusal{kind, {Reason{std::move(why), std::move(field)}}});
}
inline tl::unexpected<Refusal> refuse(std::vector<Reason> reasons) {
    return tl::unexpected(Refusal{Refusal::Kind::invalid, std::move(reasons)});
}
inline tl::unexpected<Refusal> not_found() { return tl::unexpected(Refusal{Refusal::Kind::not_found, {}}); }

}  // namespace vastin

/// TRY(result): the value, or the Refusal is returned from the enclosing function.
#define TRY(expression)                                           \
    __extension__({                                               \
        auto&& try_result = (expression);                         \
        if (!try_result) {                                        \
            return tl::unexpected(std::move(try_result).error()); \
        }                                                         \
        *std::forward<decltype(try_result)>(try_result);          \
    })
