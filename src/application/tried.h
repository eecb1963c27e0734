#pragma once
// An application given as a document and judged by a call, without a town: what `vastin call try` does, what a
// rehearsal and the tests of real calls do.
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "application/application.h"
#include "kit/words.h"

namespace vastin::application {

/// The application in `document`, the canonical form "vastin.application.1": as it is frozen when it is sent, or
/// written by hand (docs/calls.md; read_application_schema()). Answers may be texts as typed, whole numbers, true and
/// false (yes, no), objects ("pay": {"2026": 1000}), lists of texts (several) and lists of objects (rows). What is
/// wrong with the document is told in English, with where: "parts[1].answers.pay: expected ...".
tl::expected<Application, std::string> read_application(const kit::Json& document);

/// The published JSON Schema (draft 2020-12) of that form.
kit::Json application_schema();

/// One thing found.
struct TriedFinding {
    enum class Kind { wrong, missing, wish };
    Kind kind = Kind::wrong;
    Reason reason;             // reason.rule is where its rule stands in the call's file: "form.sections[1].fields[2]"
    std::int64_t part = 0;     // ordinal of the part that it is about; 0: the whole
    int line = 0, column = 0;  // of the rule in the call's file; 0 where no rule of it says so
};

struct Tried {
    bool accepted = false;  // nothing wrong, nothing missing
    std::vector<TriedFinding> findings;
    Judged judged;
};
/// Judges `application` by `call`; at the moment `at`, where given, by its window too.
Tried try_application(const Application& application, const call::Call& call, std::optional<Instant> at = {});

/// What was tried, as JSON: accepted, findings (rule, line, field, allowed, found, sentence, source), figures with
/// their because.
kit::Json told_as_json(const Tried& tried, const call::Call& call, const kit::Words& words, Language language);
/// The same as text for a terminal.
std::string told_as_text(const Tried& tried, const call::Call& call, const kit::Words& words, Language language);

}  // namespace vastin::application
