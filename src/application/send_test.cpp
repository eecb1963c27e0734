// Sending: once, with one number and one letter, in time, whole; what is refused leaves no trace.
#include <mutex>

#include "application/application_send.h"
#include "town_cast.h"

namespace vastin::application {
namespace {

using cast::a_week_before;
using cast::whole_common;
using cast::whole_part;
using Kind = Refusal::Kind;

class Sending : public cast::Applicants {};
VASTIN_ON_BOTH_DATABASES(Sending);

TEST_P(Sending, SendingTwiceIsOneSubmissionOneNumberOneLetter) {
    const Application draft = whole_draft(anna);
    const Receipt first = send(anna, draft).value();
    EXPECT_EQ(first.register_number, "KOK-2025-001");
    EXPECT_EQ(first.arrived, a_week_before + minutes(2));
    const auto before = cast::everything(database());
    const Receipt again = send(anna, draft, a_week_before + minutes(9)).value();
    EXPECT_EQ(again.register_number, first.register_number);
    EXPECT_EQ(again.arrived, first.arrived);
    EXPECT_EQ(again.hash, first.hash);
    EXPECT_TRUE(send(anna, draft, cast::call_2025().window.closes + hours(1)).has_value())
        << "the receipt is there after the deadline, too";
    EXPECT_EQ(cast::everything(database()), before);
    EXPECT_EQ(rows("document_submission"), 1);
    EXPECT_EQ(rows("flow_outbox"), 1);
    expect_whole();
}

TEST_P(Sending, TwentySendsAtOnceAreOneSubmissionAndTheSameReceipt) {
    const Application draft = whole_draft(anna);
    std::mutex mutex;
    std::set<std::string> receipts;
    at_once(20, [&](int i) {
        const auto sent =
            application::send(world(), anna, a_week_before + Duration{i}, draft.id.str(), seen(draft), {});
        const std::lock_guard guard(mutex);
        receipts.insert(sent ? sent->register_number + " " + sent->hash
                             : "refused: " + words().text(Language::en, sent.error().reasons.at(0).phrase));
    });
    EXPECT_EQ(receipts.size(), 1U) << *receipts.begin();
    EXPECT_TRUE(receipts.begin()->starts_with("KOK-2025-001 ")) << *receipts.begin();
    EXPECT_EQ(rows("document_submission"), 1);
    EXPECT_EQ(rows("flow_outbox"), 1);
    expect_whole();
}

TEST_P(Sending, ThirtySendsAtOnceAndTenRefusedOnesLeaveNoGapInTheNumbers) {
    std::vector<Application> drafts;
    for (int i = 0; i < 40; ++i) {
        drafts.push_back(whole_draft(i % 2 == 0 ? anna : oskar));
        drafts.back().version.number += i % 4 == 3 ? 1 : 0;  // every fourth has seen another version
    }
    std::mutex mutex;
    std::set<std::string> numbers;
    at_once(40, [&](int i) {
        const Application& draft = drafts[static_cast<std::size_t>(i)];
        const auto sent =
            application::send(world(), i % 2 == 0 ? anna : oskar, a_week_before, draft.id.str(), seen(draft), {});
        EXPECT_EQ(sent.has_value(), i % 4 != 3);
        const std::lock_guard guard(mutex);
        numbers.insert(sent ? sent->register_number : "");
    });
    numbers.erase("");
    EXPECT_EQ(numbers.size(), 30U);
    EXPECT_EQ(*numbers.begin(), "KOK-2025-001");
    EXPECT_EQ(*numbers.rbegin(), "KOK-2025-030");
    EXPECT_EQ(rows("document_submission"), 30);
    EXPECT_EQ(rows("flow_outbox"), 30);
    expect_whole();
}

TEST_P(Sending, WhatIsTypedAndSentInOneFormIsSavedAndSentInOneAct) {
    const Application draft = found(start(anna).value());
    form::Answers typed = whole_common("Typed last");
    typed.merge(whole_part());
    typed.emplace("not_asked", "left out");
    send(anna, draft, a_week_before + minutes(2), typed).value();
    const Application kept = found(draft.id);
    EXPECT_EQ(kept.state, State::received);
    EXPECT_EQ(kept.title, "Typed last");
    EXPECT_EQ(kept.answers, whole_common("Typed last"));
    EXPECT_EQ(kept.parts.front().answers, whole_part());
    expect_whole();
}

TEST_P(Sending, TheLetterNamesNumberHashAndAddressInTheSendersLanguage) {
    const Application draft = whole_draft(oskar, "Bioråvaror");
    const Receipt receipt = send(oskar, draft).value();
    const auto letters = read([](kit::Transaction& t) { return flow::waiting_letters(t, 10); });
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].letter.to, oskar.email);
    EXPECT_EQ(letters[0].letter.language, Language::sv);
    EXPECT_EQ(letters[0].letter.about, draft.id.str());
    for (const std::string& part : {receipt.register_number,
                                    receipt.hash,
                                    std::string("Bioråvaror"),
                                    "https://tuki.example.fi/sv/applications/" + draft.id.str() + "/receipt"}) {
        EXPECT_NE(letters[0].letter.text.find(part), std::string::npos) << part;
    }
}

// ---- the deadline

TEST_P(Sending, IsSentFromTheFirstToTheLastInstantOfTheWindowAcrossBothClockChanges) {
    const struct {
        cast::Changes changes;
        Instant opens, closes;  // worked out by hand
    } calls[]{
        {{}, {1746165600000}, {1748870100000}},  // 2 May at 6:00 and 2 June at 13:15 UTC
        {cast::window("2025-02-01T09:00:00", "2025-03-30T02:59:59"), {1738393200000}, {1743296399000}},
        {cast::window("2025-02-01T09:00:00", "2025-03-30T04:00:00"), {1738393200000}, {1743296400000}},
        {cast::window("2025-10-01T09:00:00", "2025-10-26T02:59:59"), {1759298400000}, {1761436799000}},
        {cast::window("2025-10-01T09:00:00", "2025-10-26T04:00:00"), {1759298400000}, {1761444000000}},
    };
    for (const auto& call : calls) {
        publish(call.changes);
        const auto at = [&](Instant now, const char* when) {
            const Application draft = whole_draft(anna, when, call.closes - hours(1));
            return send(anna, draft, now);
        };
        for (const auto& [now, when] : {std::pair(call.opens, "as it opens"),
                                        std::pair(call.closes - seconds(1), "a second before"),
                                        std::pair(call.closes - Duration{1}, "a millisecond before"),
                                        std::pair(call.closes, "at the very end")}) {
            const auto sent = at(now, when);
            EXPECT_TRUE(sent.has_value()) << when << " " << call.closes.milliseconds;
            EXPECT_EQ(sent ? sent->arrived : Instant{}, now);
        }
        for (const auto& [now, when] : {std::pair(call.opens - Duration{1}, "too early"),
                                        std::pair(call.closes + Duration{1}, "a millisecond after"),
                                        std::pair(call.closes + seconds(1), "a second after")}) {
            const auto sent = at(now, when);
            EXPECT_FALSE(sent.has_value()) << when << " " << call.closes.milliseconds;
            EXPECT_EQ(sent ? Kind::not_found : sent.error().kind, Kind::invalid);
        }
    }
    EXPECT_EQ(rows("document_submission"), 20);
    EXPECT_EQ(rows("flow_outbox"), 20);
    expect_whole();
}

// ---- what is not whole

TEST_P(Sending, WhatIsMissingOrWrongIsRefusedAtItsFields) {
    const Application empty = found(start(anna).value());
    EXPECT_EQ(fields_of(refused(Kind::invalid, [&] { return send(anna, empty); })),
              (std::vector<std::string>{"project_name",
                                        "project_kind",
                                        "starts",
                                        "ends",
                                        "themes",
                                        "goals",
                                        "public_summary",
                                        "need",
                                        "objective",
                                        "actions",
                                        "outputs",
                                        "effects",
                                        "main_funder",
                                        "decision_language",
                                        "electronic_notice",
                                        "organisation_type",
                                        "street",
                                        "postal_code",
                                        "city",
                                        "iban",
                                        "vat",
                                        "contact_name",
                                        "contact_phone",
                                        "pay",
                                        "applicant_kind"}));
    const auto wrong = [&](const form::Answers& typed) {
        const Application draft = whole_draft(anna);
        const auto fields =
            fields_of(refused(Kind::invalid, [&] { return send(anna, draft, a_week_before + minutes(2), typed); }));
        return fields.size() == 1 ? fields.front() : "not one field but " + std::to_string(fields.size());
    };
    EXPECT_EQ(wrong({{"project_name", " "}}), "project_name");
    EXPECT_EQ(wrong({{"project_name", std::string(151, 'x')}}), "project_name");
    EXPECT_EQ(wrong({{"starts", "31.2.2025"}}), "starts");
    EXPECT_EQ(wrong({{"ends", "31.10.2025"}}), "ends") << "before it starts";
    EXPECT_EQ(wrong({{"themes.battery", "51"}}), "themes");
    EXPECT_EQ(wrong({{"themes.battery", "half"}}), "themes.battery");
    EXPECT_EQ(wrong({{"pay.2026", "-1"}}), "pay.2026");
    EXPECT_EQ(wrong({{"pay.2026", "a lot"}}), "pay.2026");
    EXPECT_EQ(wrong({{"pay.2029", "5"}}), "pay.2029") << "the project does not run then";
    EXPECT_EQ(wrong({{"goals.1.4", ""}}), "goals");
    EXPECT_EQ(wrong({{"business_id", "1097805-4"}}), "business_id") << "the check digit";
    EXPECT_EQ(wrong({{"iban", "FI21 1234 5600 0007 86"}}), "iban") << "the check digits";
    EXPECT_EQ(wrong({{"project_kind", "group"}}), "project_kind") << "a group of one";
    EXPECT_EQ(wrong({{"contact_email", "anna at centria"}}), "contact_email");
    EXPECT_EQ(wrong({{"outside_private", "x"}}), "outside_private");
    EXPECT_EQ(wrong({{"applicant_kind", "neither"}}), "applicant_kind");
}

// ---- after sending

TEST_P(Sending, WhatIsReopenedStandsAsSentUntilItIsSentAgain) {
    const Application draft = whole_draft(anna);
    const Receipt first = send(anna, draft).value();
    const auto open_again = [&] { return act_twice([&](flow::Act& a) { return reopen(a, anna, draft.id.str()); }); };
    EXPECT_TRUE(open_again().has_value());
    Application now = found(draft.id);
    EXPECT_EQ(now.state, State::reopened);
    refused(Kind::conflict, open_again);
    save(anna, now, "project", {{"project_name", "Toinen nimi"}}).value();
    now = found(draft.id);
    const auto stands = read([&](kit::Transaction& t) { return document::newest(t, draft.id.str()); });
    EXPECT_EQ(stands->frozen.hash, first.hash);
    EXPECT_EQ(as_sent(now, *kit::Json::read(stands->frozen.content)).title, "Sivuvirrat käyttöön");
    const Receipt second = send(anna, now, a_week_before + hours(2)).value();
    EXPECT_EQ(second.register_number, first.register_number);
    EXPECT_EQ(second.arrived, a_week_before + hours(2));
    EXPECT_NE(second.hash, first.hash);
    EXPECT_EQ(found(draft.id).arrived, first.arrived) << "the first arrival stays";
    EXPECT_EQ(rows("document_submission"), 2);
    expect_whole();
}

TEST_P(Sending, IsReopenedUntilTheDeadlineAndWithdrawnAtAnyTime) {
    const auto& window = cast::call_2025().window;
    const Application draft = whole_draft(anna);
    const auto at = [&](auto deed, Instant now) {
        return act_twice([&](flow::Act& a) { return deed(a, anna, draft.id.str()); }, now, anna.actor());
    };
    refused(Kind::conflict, [&] { return at(reopen, a_week_before); });
    refused(Kind::conflict, [&] { return at(withdraw, a_week_before); });
    send(anna, draft).value();
    refused(Kind::invalid, [&] { return at(reopen, window.closes + Duration{1}); });
    EXPECT_TRUE(at(reopen, window.closes).has_value());
    refused(Kind::invalid, [&] { return send(anna, found(draft.id), window.closes + Duration{1}); });
    EXPECT_TRUE(at(withdraw, window.closes + hours(240)).has_value());
    const Application gone = found(draft.id);
    EXPECT_EQ(gone.state, State::withdrawn);
    EXPECT_EQ(gone.register_number, "KOK-2025-001");
    refused(Kind::conflict, [&] { return at(withdraw, window.closes); });
    refused(Kind::conflict, [&] { return at(reopen, a_week_before); });
    refused(Kind::conflict, [&] { return send(anna, gone); });
    expect_whole();
}

}  // namespace
}  // namespace vastin::application
