#pragma once
// An application: a common part of the lead and a part for each implementer (one for a single applicant), its plan, and
// when it may be sent.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "call/call.h"
#include "document/attachment.h"
#include "document/document.h"
#include "form/form.h"
#include "funding/plan.h"
#include "identity/identity.h"

namespace vastin::application {

/// Keys of the fields whose meaning the rules know. A call's form may ask for more.
namespace key {
inline constexpr const char* name = "project_name";
inline constexpr const char* starts = "starts";
inline constexpr const char* ends = "ends";
inline constexpr const char* themes = "themes";
inline constexpr const char* pay = "pay";                // other categories of costs have the keys of the rules
inline constexpr const char* annual_pay = "annual_pay";  // under an hourly pay model, with hours
inline constexpr const char* hours = "hours";
inline constexpr const char* cost_model = "cost_model";  // the key of the one that is chosen of several
inline constexpr const char* pay_model = "pay_model";
inline constexpr const char* income = "income";
inline constexpr const char* de_minimis_received = "de_minimis_received";
inline constexpr const char* outside_private = "outside_private";
inline constexpr const char* applicant_kind = "applicant_kind";        // "public" or "private"
inline constexpr const char* project_kind = "project_kind";            // "single" or "group"
inline constexpr const char* organisation_type = "organisation_type";  // "company", or another that the call offers
inline constexpr const char* official_name = "official_name";          // of the implementer
inline constexpr const char* business_id = "business_id";
inline constexpr const char* contact_email = "contact_email";
}  // namespace key

/// draft: never sent. received: what was sent waits for handling. reopened: received, but being changed; what was last
/// sent stands until the new version is sent. withdrawn: it stays with its number, "peruutettu".
enum class State { draft, received, reopened, withdrawn };
std::string_view code(State state);
std::optional<State> read_state(std::string_view code);
Phrase state_name(State state);  // "Draft – not sent"
/// Whether its answers may be changed.
inline bool editable(State state) { return state == State::draft || state == State::reopened; }
/// Whether something was ever sent: then it has its register number.
inline bool was_sent(State state) { return state != State::draft; }

/// What a person may do with one application; each includes those before it (DOMAIN: the three levels of mandates, here
/// given for one application only).
enum class Right { prepare, submit, manage };
std::string_view code(Right right);
std::optional<Right> read_right(std::string_view code);
Phrase right_name(Right right);

/// How often each section was saved, by its key. Two people in two sections do not disturb each other.
using SectionVersions = std::map<std::string, std::int64_t>;
/// The version of a section: 1 until it is saved for the first time.
Version version_of(const SectionVersions& sections, const std::string& key);

/// The part of one implementer: its own answers, plan and version.
struct Part {
    Id<Part> id;
    std::int64_t ordinal = 1;  // 1 is the lead; the numbers of parts that were taken away are not used again
    std::string organisation, business_id;
    Version version;
    SectionVersions sections;
    form::Answers answers;
    friend bool operator==(const Part&, const Part&) = default;
};

struct Application {
    Id<Application> id;
    call::Code<call::Call> call;
    Id<identity::Account> owner;
    State state = State::draft;
    Version version;        // of the common part
    std::string title;      // as typed; "" while it has no name
    form::Answers answers;  // the common part's, as typed
    SectionVersions sections;
    Instant created, changed;
    std::string changed_by;                      // name of the account that saved last
    std::optional<std::string> register_number;  // "KOK-2025-001", from its first arrival on
    std::optional<Instant> arrived;              // the first arrival; a later one stands in its document
    std::vector<Part> parts;                     // by ordinal; at least one
    std::vector<document::Attachment> files;     // in the order in which they were added
    Right right = Right::prepare;                // of the person who opened it
    friend bool operator==(const Application&, const Application&) = default;
};
/// The part with that ordinal, or null.
const Part* find_part(const Application& application, std::int64_t ordinal);
Part* find_part(Application& application, std::int64_t ordinal);

/// The versions of the whole that a person saw when sending.
struct Seen {
    Version common;
    std::vector<Version> parts;  // as Application::parts
    friend bool operator==(const Seen&, const Seen&) = default;
};
Seen seen(const Application& application);

/// What one part costs and who pays it; nothing while its sums cannot be read.
struct PartMoney {
    funding::Costs costs;
    funding::Plan plan;
};

/// One implementer's part, judged.
struct JudgedPart {
    form::Checked answers;
    std::optional<PartMoney> money;
    std::vector<Reason> across;  // faults between its fields: the costs and the plan
    std::vector<Reason> faults() const;
    std::vector<Reason> missing() const { return answers.missing(); }
    std::vector<Reason> all() const;
};

/// An application judged by its call's form and rules: what was read, what is wrong, what is missing, what it costs.
struct Judged {
    form::Checked common;
    std::vector<Reason> across;             // end before start, too long, the implementers, the plan of the whole
    std::vector<JudgedPart> parts;          // as Application::parts
    std::vector<Reason> files;              // attachments that the call requires and that are missing
    std::vector<Reason> wishes;             // what the call wishes for and the application is not: stops nothing
    std::set<std::string> hidden_places;    // keys of the places for files that are not asked
    std::set<std::string> required_places;  // and of those that must hold a file
    std::optional<funding::Plan> plan;      // of all parts together; nothing while a part's sums cannot be read
    std::vector<Reason> faults() const;     // wrong as it stands
    std::vector<Reason> missing() const;    // required and empty
    std::vector<Reason> all() const;        // empty: may be sent
};
Judged judge(const Application& application, const call::Call& call);
/// The calendar years of the project by its days; empty while they cannot be read.
std::vector<int> years(const Judged& judged);

/// What the plan of all parts together asks from each payer; zero where it cannot be worked out.
struct Asked {
    Money total_costs, support, municipal;
};
Asked asked(const Judged& judged, const call::Call& call);
/// The same of one plan.
Asked asked(const funding::Plan& plan, const call::Call& call);

/// The document that is frozen when the application is sent: every answer to a question that is asked, as typed, what
/// it was read as, the plan, the hashes of the rules.
kit::Json document(const Application& application,
                   const Judged& judged,
                   const call::Call& call,
                   const std::string& sender,
                   Instant arrived);
/// The application with the answers and parts that stand in a frozen document: as it was sent, whatever came after.
Application as_sent(const Application& now, const kit::Json& document);

}  // namespace vastin::application
