// Whether a checksum on a paper belongs to a submission: for anyone who holds the paper, and nothing more than what
// stands on it. No list, no search: 64 letters are asked or nothing is told.
#include "application/application_store.h"
#include "call/call_acts.h"
#include "document/document.h"
#include "page/field.h"
#include "registry/common.h"

namespace vastin::registry {

namespace {

constexpr std::size_t hash_letters = 64;
constexpr std::size_t typed_most = 200;  // shown again

/// 64 letters of 0-9a-f, whatever spaces and capitals they were typed with; nothing when it is something else.
std::optional<std::string> read_hash(std::string_view typed) {
    std::string hash;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        const char c = typed[at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '-' || c == ':') {
            continue;
        }
        if (typed.substr(at, 2) == "\u00a0") {  // the space that does not break, copied from a page
            ++at;
            continue;
        }
        const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
        if (!((small >= '0' && small <= '9') || (small >= 'a' && small <= 'f')) || hash.size() == hash_letters) {
            return std::nullopt;
        }
        hash += small;
    }
    return hash.size() == hash_letters ? std::optional(hash) : std::nullopt;
}

/// What may be told of a submission.
struct Told {
    std::string number;
    Localised call;
    Instant arrived;
};

std::optional<Told> find_submission(const page::Visit& visit, const std::string& hash) {
    std::optional<Told> told;
    visit.world.database.read([&](kit::Transaction& t) {
        const auto sent = document::with_hash(t, hash);
        const auto id = sent ? Id<application::Application>::read(sent->about) : std::nullopt;
        const auto application = id ? application::find(t, *id) : std::nullopt;
        const auto call = application ? call::find(t, application->call) : nullptr;
        if (call && application->register_number) {
            told = Told{*application->register_number, call->name, sent->arrived};
        }
    });
    return told;
}

}  // namespace

kit::Response verify_page(page::Visit& visit) {
    page::Page page(visit, "registry/pages/verify.tpl", say("Check a checksum"));
    kit::View& body = page.body();
    const std::string typed = visit.request.parameters.get("hash").substr(0, typed_most);
    const bool asked = typed.find_first_not_of(" \t\r\n") != std::string::npos;
    const auto hash = read_hash(typed);
    std::vector<Reason> reasons;
    if (asked && !hash) {
        reasons.push_back(
            {say("A checksum has 64 letters: digits from 0 to 9 and letters from a to f. Copy it whole."), "hash"});
    }
    page.errors(reasons);
    body.set("ACTION", page::address(visit, "/verify"));
    page::FieldView field;
    field.key = "hash";
    field.label = say("Checksum");
    field.hint =
        say("64 letters from the receipt or from the foot of the PDF. Spaces and capital letters do not matter.");
    field.value = typed;
    field.errors = page::reasons_at(reasons, "hash");
    page::field(body, "FIELD", field);
    if (hash) {
        if (const auto told = find_submission(visit, *hash)) {
            kit::View found = body.row("FOUND");
            found.set("NUMBER", told->number);
            found.set("CALL", told->call);
            found.set("ARRIVED", visit.world.words.second(visit.language, told->arrived));
        } else {
            body.show("NOT_FOUND");
        }
    }
    auto response = page.answer(reasons.empty() ? 200 : 422);
    response.header("Cache-Control", "no-store");
    response.header("X-Robots-Tag", "noindex");
    return response;
}

}  // namespace vastin::registry
