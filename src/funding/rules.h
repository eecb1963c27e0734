#pragma once
// The money rules of a call, as data: who pays which share of what, how it is rounded, which cost models are open.
// Values only; plan.h computes with them. What cannot be computed yet is told by unsupported() when the call is loaded.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"
#include "base/result.h"
#include "base/time.h"

namespace vastin::funding {

/// Whose money it is (DOMAIN: payer classes). own_private and outside_private stand outside the 60:40 ratio.
enum class PayerClass {
    eu_and_state,
    city,
    other_municipality,
    other_public,
    own_public,
    own_private,
    outside_private
};

/// The hue of a payer on a page: "eu", "city", "own" or "outside"; municipalities and other public payers wear "city".
std::string_view hue(PayerClass payer);

/// How a share binds: 60 % exactly, at most, at least; `about`: indicative, a plan is made with it and says so; `open`:
/// the rules set no share, this payer pays what is agreed with it (real calls: "the rest own and municipal money").
enum class Bound { exact, at_most, at_least, about, open };

/// What a share is taken of. Net costs are the total costs minus income.
enum class Base { public_funding, total_costs, net_costs };

/// The word by which the data names a payer: "eu", "city", "own".
struct PayerKey {
    std::string text;
    friend bool operator==(const PayerKey&, const PayerKey&) = default;
};

/// A share that takes the place of the usual one when something holds: an investment, or a condition stated in words
/// (wide co-operation raises the share).
struct ShareWhen {
    enum class Holds { investment, stated };
    Holds holds = Holds::stated;
    Localised condition;
    Share share{};
};

/// What one payer pays.
struct PayerRule {
    PayerKey key;
    PayerClass payer = PayerClass::eu_and_state;  // the applicant's own money is own_public here; a plan for a private
                                                  // applicant turns it into own_private
    Localised name;                               // "the city of Kokkola": label of the line
    Share share{};                                // 0 where the bound is open
    Bound bound = Bound::exact;
    Base base = Base::public_funding;
    std::optional<Money> most;       // cap in euros; what is above it falls on the taker of the rest
    bool takes_part = false;         // must pay something, however little
    std::vector<ShareWhen> instead;  // other shares under conditions
    Localised source;                // where the rule stands; may be empty
};

enum class PrivateMoney { refused, allowed };

/// How the own money of a private applicant is taken: as if it were public, as private money outside the ratio (then
/// exact shares of public funding do not hold, and the plan says so), or not at all.
enum class PrivateOwn { counts, stands_outside, refused };

/// How the costs of an applicant are made up.
struct CostModel {
    enum class Kind { flat_rate_on_pay, flat_rate_on_direct, lump_sum, unit_cost };
    std::string key;  // "flat_40"
    Localised name;
    Kind kind = Kind::flat_rate_on_pay;
    Share rate{};       // of the flat rates: 40 %
    Money amount;       // of lump_sum: the whole; of unit_cost: the price of one unit
    Rounding rounding;  // of the computed part
    Localised source;
};

/// A least or most share of one cost part in the total costs.
struct CostPartRule {
    std::string part;  // key of the cost part: "services"
    Localised name;
    Bound bound = Bound::at_most;
    Share share{};
    Localised source;
};

/// The most of a sum, and where it is said.
struct Cap {
    Money most;
    Localised source;
};

/// Who may not apply alone, in the words of the call, and where it is said.
struct Excluded {
    Localised why;
    Localised source;
};

/// Who carries a project out: how many implementers, and whether all of them are companies.
struct Implementers {
    std::int64_t count = 1;
    bool only_companies = false;
};

/// A size that is wished, not demanded: outside it the plan has a note, never a fault.
struct IndicativeSize {
    Money least, most;  // of the total costs
    Localised source;
};

struct Rules {
    std::vector<PayerRule> payers;  // in the order in which a plan shows them
    PayerKey support;               // the payer whose money the pot holds: "eu"
    PayerKey taker;                 // the payer who takes what rounding and caps leave: "own"
    Rounding rounding{Money::euros(1), RoundingMode::nearest};
    Localised rounding_source;  // an assumption says here that it is one
    PrivateMoney private_money = PrivateMoney::allowed;
    PrivateOwn private_own = PrivateOwn::stands_outside;
    Localised private_source;  // where the rule of private money stands; may be empty
    std::vector<CostModel> cost_models;
    std::vector<CostPartRule> cost_parts;
    std::optional<Cap> support_most;      // support for one project
    std::optional<Cap> total_costs_most;  // costs of one project
    std::optional<IndicativeSize> indicative_size;
    std::optional<Months> longest;  // from the first day to the last; checked by form::too_long
    Localised longest_source;
    std::optional<Excluded> lone_company;  // a company may not apply alone
};

/// Why these rules cannot be computed: each kind of rule that plan.h does not know yet, and each contradiction (shares
/// that do not sum to 100 %, an unknown taker). Empty: plan() may be called. A call with any of these is not loaded.
std::vector<Phrase> unsupported(const Rules& rules);

/// Why these implementers may not apply (field "applicant_kind"), or nothing.
std::optional<Reason> may_not_apply(const Rules& rules, const Implementers& implementers);

/// Whether every share is fixed: then the shares sum to 100 %. Where a payer's is open, they sum to less, and `rest` is
/// what they leave to the open payers.
bool all_fixed(const Rules& rules);
Share rest(const Rules& rules);

/// The payer named `key`, or null.
const PayerRule* find_payer(const Rules& rules, const PayerKey& key);
/// The cost model named `key`, or null.
const CostModel* find_cost_model(const Rules& rules, std::string_view key);

}  // namespace vastin::funding
