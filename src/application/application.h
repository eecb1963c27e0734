#pragma once
// An application: a common part of the lead and a part for each implementer (one for a single applicant), its plan, and
// when it may be sent.
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "call/call.h"
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
inline constexpr const char* pay = "pay";
inline constexpr const char* outside_private = "outside_private";
inline constexpr const char* applicant_kind = "applicant_kind";  // "public" or "private"
}  // namespace key

enum class State { draft, received };
std::string_view code(State state);
std::optional<State> read_state(std::string_view code);

/// The part of one implementer: its own answers, plan and version.
struct Part {
    Id<Part> id;
    std::int64_t ordinal = 1;  // 1 is the lead
    std::string organisation, business_id;
    Version version;
    form::Answers answers;
};

struct Application {
    Id<Application> id;
    call::Code<call::Call> call;
    Id<identity::Account> owner;
    State state = State::draft;
    Version version;        // of the common part
    std::string title;      // as typed; "" while it has no name
    form::Answers answers;  // the common part's, as typed
    Instant created, changed;
    std::optional<std::string> register_number;  // "KOK-2025-001", from its arrival on
    std::optional<Instant> arrived;
    std::vector<Part> parts;  // by ordinal; at least one
};

/// The versions a person saw when editing or sending.
struct Seen {
    Version common, part;
    friend bool operator==(const Seen&, const Seen&) = default;
};
Seen seen(const Application& application);

/// What one part costs and who pays it; nothing while its sums cannot be read.
struct PartMoney {
    funding::Costs costs;
    funding::Plan plan;
};

/// An application judged by its call's form and rules: what was read, what is wrong, what is missing, what it costs.
struct Judged {
    form::Checked common;
    std::vector<form::Checked> parts;  // as Application::parts
    std::vector<std::optional<PartMoney>> money;
    std::vector<Reason> across;           // faults between fields: end before start, too long, the plan
    std::vector<Reason> faults() const;   // wrong as it stands
    std::vector<Reason> missing() const;  // required and empty
    std::vector<Reason> all() const;      // empty: may be sent
};
Judged judge(const Application& application, const call::Call& call);

/// What the plan of all parts together asks from each payer; zero where it cannot be worked out.
struct Asked {
    Money total_costs, support, municipal;
};
Asked asked(const Judged& judged, const call::Call& call);

/// The document that is frozen when the application is sent: every answer as typed, what it was read as, the plan, the
/// hashes of the rules.
kit::Json document(const Application& application,
                   const Judged& judged,
                   const call::Call& call,
                   const std::string& sender,
                   Instant arrived);

}  // namespace vastin::application
