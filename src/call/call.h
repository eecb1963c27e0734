#pragma once
// A call as values: when it is open, whose money it holds, who pays what, what is asked, what its page says. Read from
// calls/*.toml; a published version is frozen and named by its hash, and every act knows the hash it was judged by.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"
#include "base/time.h"
#include "call/criteria.h"
#include "document/content.h"
#include "form/form.h"
#include "funding/rules.h"
#include "programme/programme.h"

namespace vastin::call {

using programme::Code;
using programme::Hash;
struct Call;

/// When a call takes applications: open iff opens <= instant <= closes. A continuous call may be open without end; then
/// `closes` lies beyond every calendar. Cut-offs part a continuous call into batches: what arrives by one is handled
/// after it together.
struct Window {
    Instant opens, closes;
    Localised source{};
    enum class Kind { fixed, continuous };
    Kind kind = Kind::fixed;
    bool endless = false;             // no closing moment: nothing shows `closes` then
    std::vector<Instant> cut_offs{};  // in order of time; the last one is not after `closes`
    enum class Order { together, arrival };
    Order order = Order::together;           // handled together after the end, or in the order of arrival
    bool until_pot_empty = false;            // closed when what arrived asks for the whole pot
    std::optional<Instant> extended_from{};  // the closing moment before it was moved
};

/// What has to be there before an application is sent, recorded by the office: a contact with it.
struct ContactBefore {
    Localised text;
    Localised source;
};

/// At most one project: for the whole call, or for each answer to a question ("region").
struct OneProject {
    std::string per;  // key of a question of the common part or of the lead; "" the whole call
    Localised source;
};

/// A second stage: only what was let through in the first stage's call enters it, with its answers.
struct Stage {
    Code<Call> after;
    Localised source;
};

/// Money of the call: whose, who grants it, how much. A call may have several, also of one payer: for each line or
/// theme its own.
struct Pot {
    Code<Pot> code;
    Code<programme::Payer> payer;  // one of the rules' payers, too: its class says whose money the pot is
    Code<programme::Funder> funder;
    programme::Announced money;
    Localised label;                              // after the sum: "of ERDF funding"
    std::optional<Code<programme::Theme>> theme;  // for projects of this theme only; one of the call's
    std::optional<Localised> line;                // for one line of the call, in words: "Line 1: development"
    std::optional<Localised> conditional;         // on whose decision it depends: "if parliament passes the budget"
    Localised source;
};

/// Whom to ask: an office and a role, never a person.
struct Contact {
    Localised office, role;
    std::string web;
    Localised source;
};

/// A step of "how to apply".
struct Step {
    Localised title, text;
    Localised source;
};

/// A date besides the window and the recommended start: a day, an exact time, or when in words. An information session
/// is one that people come to, in a place or by a link.
struct Milestone {
    Localised name;
    std::optional<Date> day{};
    std::optional<Instant> at{}, until{};  // until: of one with `at`
    std::optional<Localised> when{};
    std::optional<Localised> place{};
    std::string link{};  // "https://...", "" none
    bool info_session = false;
    Localised source{};
};

/// The prose of the call's page. Each key is also the key an assumption may name: "texts.criteria".
struct Texts {
    Localised purpose, applicants, money, criteria, attachments;
    Localised source;
};

/// A place for files in the application: what is asked, of which kinds, how large and how many.
struct FilePlace {
    std::string key;  // "main-funder-application"
    Localised title;
    std::optional<Localised> hint;
    bool required = false;
    form::Condition show{};     // it is asked only when this holds
    form::Condition require{};  // at least one file must be in it when this holds
    std::vector<document::Kind> kinds;
    std::int64_t most_megabytes = 0;  // of one file
    std::int64_t most_files = 1;
    Localised source;
};

/// A rule of the call's own, in the language of conditions (form/condition.h): who may apply, how many regions, the
/// least share of a cost. A wish is told and stops nothing.
struct Rule {
    std::string key;
    std::optional<Localised> name;
    form::Condition when;  // the rule counts only when it holds
    form::Condition check;
    std::optional<Localised> message;  // what is said when it is broken, before what is allowed and found
    bool wish = false;
    std::string field;  // the question where it is told; "" none
    Localised source;
};

/// What a broken rule says: the words of its author, and what is asked and found.
Phrase sentence_of(const Rule& rule, const form::Measured& measured);

enum class ProjectKind { single, group };

struct Call {
    Code<Call> code;  // "2025": stands in addresses
    Hash rules_hash;  // names this version for ever
    Hash programme;   // the version of the agreement it was checked against
    programme::SourceFile file;
    Localised name;  // "Ecosystem call 2025"
    Localised source;
    Window window;
    std::optional<ContactBefore> contact_before;
    std::optional<OneProject> one_project;
    std::optional<Stage> stage;
    std::vector<Pot> pots;
    std::vector<form::Theme> themes;  // those open in this call, as the form asks for them
    std::vector<ProjectKind> projects;
    std::optional<Date> recommended_start;  // a hint only
    std::string register_series;            // "KOK-2025" of KOK-2025-001
    funding::Rules rules;
    std::vector<Rule> own_rules;
    std::map<std::string, form::Condition> share_conditions;  // by funding::ShareWhen::holds: "eu.1"
    form::Form form;
    std::vector<FilePlace> files;  // what is asked as attachments
    std::vector<Criterion> criteria;
    Scoring scoring;
    std::vector<Message> messages;
    Tongues languages;
    Contact contact;
    Texts texts;
    std::vector<Step> steps;
    std::vector<Milestone> dates;
    std::optional<Localised> revision_reason;  // why this version differs from the one before it
    std::vector<programme::Assumption> assumptions;
};

enum class CallState { coming, open, closed };

/// How the window stands at `instant`.
CallState state(const Window& window, Instant instant);
inline CallState state(const Call& call, Instant instant) { return state(call.window, instant); }

/// The first cut-off at or after `instant`, or nothing.
std::optional<Instant> next_cut_off(const Window& window, Instant instant);
/// "Closes on 2 June 2025 at 16:15", "Open until further notice", "Open until the money runs out".
Phrase closing_words(const Window& window);

/// Whether this call takes projects of that kind.
bool takes(const Call& call, ProjectKind kind);

/// The pot that holds the support of the rules' payer, or null.
const Pot* support_pot(const Call& call);

/// The place for files with that key, or null.
const FilePlace* find_place(const Call& call, std::string_view key);
/// "PDF, DOCX; at most 20 MB; at most 5 files": the limits, said before.
Phrase limits_of(const FilePlace& place);

/// The text of the assumption that covers a key of the call's file, or null: "window.opens", "texts.criteria".
inline const Localised* assumed(const Call& call, std::string_view key) {
    return programme::assumed(call.assumptions, key);
}

}  // namespace vastin::call
