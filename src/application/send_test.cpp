// Sending: once, with one number and one letter, in time, whole; what is refused leaves no trace.
#include <mutex>

#include "application/application_acts.h"
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
    const auto sums = read([](kit::Transaction& t) { return totals(t, "2025"); });
    EXPECT_EQ(sums.applications, 30);
    EXPECT_EQ(sums.asked.support, Money::euros(30 * 560'000));
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
              (std::vector<std::string>{"project_name", "starts", "ends", "themes", "pay", "applicant_kind"}));
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
    EXPECT_EQ(wrong({{"pay", "-1"}}), "pay");
    EXPECT_EQ(wrong({{"pay", "a lot"}}), "pay");
    EXPECT_EQ(wrong({{"outside_private", "x"}}), "outside_private");
    EXPECT_EQ(wrong({{"applicant_kind", "neither"}}), "applicant_kind");
}

}  // namespace
}  // namespace vastin::application
