#pragma once
// The money rules of a call, as data: who pays which share of what, how it is rounded, which cost models are open.
// Values only; costs.h and plan.h compute with them. Contradictions are told by unsupported() when the call is loaded.
#include <cstdint>
#include <optional>
#include <set>
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
/// docs/decisions/bounds.md says how each is computed, and judged where the sum is typed.
enum class Bound { exact, at_most, at_least, about, open };

/// What a share is taken of. Net costs are the total costs minus income; public funding is what is left of them without
/// private money from outside.
enum class Base { public_funding, total_costs, net_costs };

/// The word by which the data names a payer: "eu", "city", "own".
struct PayerKey {
    std::string text;
    friend bool operator==(const PayerKey&, const PayerKey&) = default;
};

/// A condition as it stands in the file, for whoever knows the language of conditions; funding does not.
struct ConditionText {
    std::string text;
    int line = 0, column = 0;  // from 1; 0: not known
};

/// The names of the conditions that hold for a plan: those that ShareWhen::holds speak of. Worked out by the caller.
struct Holding {
    std::set<std::string> names;
    bool has(const std::string& name) const { return names.contains(name); }
};

/// A share that takes the place of the usual one when something holds: an investment, a condition stated in words (wide
/// co-operation raises the share), or a condition of the language of conditions. The first that holds counts.
struct ShareWhen {
    std::string holds;    // the name in Holding: "investment", "stated"; of a `when` "<payer>.<place>", from 1: "eu.1"
    Localised condition;  // in words; may be empty
    Share share{};
    std::optional<ConditionText> when;
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
    std::optional<Money> least;      // in euros, whatever the share gives
    std::optional<Money> most;       // cap in euros; what is above it falls on the taker of the rest
    bool takes_part = false;         // must pay something, however little
    std::vector<ShareWhen> instead;  // other shares under conditions
    Localised source;                // where the rule stands; may be empty
};

enum class PrivateMoney { refused, allowed };

/// How the own money of a private applicant is taken: as if it were public, as private money outside the ratio (then
/// exact shares of public funding do not hold, and the plan says so), or not at all.
enum class PrivateOwn { counts, stands_outside, refused };

/// A kind of costs that the applicant types: pay, bought services, machinery. The key is that of its field in the form.
struct Category {
    std::string key;  // "services"; "pay" is the staff's, and need not stand in the list
    Localised name;
    Localised source;
};

/// How the costs of an applicant are made up.
struct CostModel {
    /// flat_rate_on_pay: the typed categories and `rate` of pay (40 %: covers all but pay; 24, 19 %: what is not
    /// typed); flat_rate_on_direct: the typed categories and `rate` of their sum (7, 1.5 %); lump_sum: `amount`,
    /// nothing is typed; actual: the typed categories.
    enum class Kind { flat_rate_on_pay, flat_rate_on_direct, lump_sum, actual };
    std::string key;  // "flat_40": the value of the field cost_model
    Localised name;
    Kind kind = Kind::flat_rate_on_pay;
    Share rate{};       // of the flat rates: 40 %
    Money amount;       // of lump_sum: the whole
    Rounding rounding;  // of the computed part
    Localised source;
    std::vector<std::string> categories{"pay"};  // the keys of those that are typed under it
};

/// How the pay of an applicant is worked out; one for each implementer (DOMAIN: cost models).
struct PayModel {
    /// as_typed: the sum of the field "pay"; gross_plus_side: that sum is gross, and `side` of it is added; hourly:
    /// hours x (annual pay / hours_a_year, rounded by `rounding`).
    enum class Kind { as_typed, gross_plus_side, hourly };
    std::string key;  // "hourly_1720": the value of the field pay_model
    Localised name;
    Kind kind = Kind::as_typed;
    Share side{};                      // side costs: 20.42 %
    std::int64_t hours_a_year = 1720;  // Reg. (EU) 2021/1060, Art. 55(2)(a)
    Rounding rounding;                 // of the side costs, or of the price of an hour
    Localised source;
};

/// A least or most share of one cost category in the total costs of the project.
struct CostPartRule {
    std::string part;  // key of the category: "services"
    Localised name;
    Bound bound = Bound::at_most;  // at_most or at_least
    Share share{};
    Localised source;
};

/// The most of a sum, and where it is said.
struct Cap {
    Money most;
    Localised source;
};

/// The least of a sum, and where it is said.
struct Floor {
    Money least;
    Localised source;
};

/// A limit of law, with the days on which it holds: of several with one key each has its own time.
struct Limit {
    /// de_minimis: `most` euros of support to one undertaking within `window` (Reg. 2023/2831: 300 000 in three years
    /// from 2024-01-01); the rates: the most of the support payer's share, of development projects and of investments.
    enum class Kind { de_minimis, development_rate, investment_rate };
    Kind kind = Kind::de_minimis;
    Money most;                 // of de_minimis
    Share rate{};               // of the rates
    Months window{};            // of de_minimis
    std::optional<Date> from;   // the first day; none: always was
    std::optional<Date> until;  // the last day; none: still is
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
    std::vector<Category> categories;
    std::vector<CostModel> cost_models;  // of several the field cost_model chooses
    std::vector<PayModel> pay_models;    // none: pay is as typed; of several the field pay_model chooses
    std::vector<CostPartRule> cost_parts;
    std::optional<Cap> support_most;         // support for one project
    std::optional<Cap> total_costs_most;     // costs of one project
    std::optional<Floor> total_costs_least;  // costs of one project
    std::vector<Limit> limits;
    std::optional<Date> limits_day;  // the day whose limits bind: that on which the call closes
    std::optional<IndicativeSize> indicative_size;
    std::optional<Months> longest;  // from the first day to the last; checked by form::too_long
    Localised longest_source;
    std::optional<Excluded> lone_company;  // a company may not apply alone
};

/// Why these rules cannot be computed: each contradiction (shares that pass 100 %, an unknown taker, a lump sum without
/// amount), with the key of the data where it stands: "payers[2]". Empty: plan() may be called. A call with any of
/// these is not loaded. What is let through cannot divide by zero: shares that a whole is worked out of, units of
/// rounding and hours of a year are above zero.
std::vector<Reason> unsupported(const Rules& rules);

/// Why these implementers may not apply (field "applicant_kind"), or nothing.
std::optional<Reason> may_not_apply(const Rules& rules, const Implementers& implementers);

/// Whether every share is fixed: then the shares sum to 100 %. Where a payer's is open, they sum to less, and `rest` is
/// what they leave to the open payers.
bool all_fixed(const Rules& rules);
Share rest(const Rules& rules);

/// The payer named `key`, or null.
const PayerRule* find_payer(const Rules& rules, const PayerKey& key);
/// The cost model, pay model or category named `key`, or null.
const CostModel* find_cost_model(const Rules& rules, std::string_view key);
const PayModel* find_pay_model(const Rules& rules, std::string_view key);
const Category* find_category(const Rules& rules, std::string_view key);

/// The limit of that kind that holds on `day`, or null.
const Limit* limit_on(const Rules& rules, Limit::Kind kind, Date day);

/// The rules as they are where these conditions hold: each payer with the first share of `instead` that holds.
Rules rules_when(const Rules& rules, const Holding& holding);

}  // namespace vastin::funding
