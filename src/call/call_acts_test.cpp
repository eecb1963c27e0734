#include "call/call_acts.h"

#include "call/call_load.h"
#include "call/call_store.h"
#include "programme/test_town.h"

namespace vastin::call {
namespace {

using programme::broken;
using programme::Published;
using programme::real_file;
using programme::SourceFile;

class CallActs : public programme::Town {
  protected:
    void SetUp() override {
        programme::Town::SetUp();
        kit::Faults faults;
        kokkola_ = programme::load(real_file("programme.toml"), faults);
        act([&](flow::Act& a) { return programme::publish(a, kokkola_); }).value();
    }
    Call loaded(const SourceFile& file) const {
        kit::Faults faults;
        Call call = load(file, kokkola_, faults);
        EXPECT_EQ(faults.text(), "");
        return call;
    }
    Published publish(const SourceFile& file) {
        const Call call = loaded(file);
        return act([&](flow::Act& a) { return call::publish(a, call); }).value();
    }
    std::shared_ptr<const Call> found(const std::string& code) {
        return read([&](kit::Transaction& t) { return find(t, {code}); });
    }
    /// Another call, a copy of 2025 with its own code and window.
    static SourceFile copy(const std::string& code, const std::string& opens, const std::string& closes) {
        SourceFile file = real_file("calls/2025.toml");
        file = broken(file, "\ncode = \"2025\"", "\ncode = \"" + code + "\"");
        file = broken(file, "opens = 2025-05-02T09:00:00", "opens = " + opens);
        return broken(file, "closes = 2025-06-02T16:15:00", "closes = " + closes);
    }
    programme::Programme kokkola_;
};
VASTIN_ON_BOTH_DATABASES(CallActs);

TEST_P(CallActs, PublishingTwiceIsOneVersion) {
    EXPECT_EQ(found("2025"), nullptr);
    EXPECT_EQ(publish(real_file("calls/2025.toml")), Published::anew);
    EXPECT_EQ(publish(real_file("calls/2025.toml")), Published::unchanged);
    EXPECT_EQ(read([](kit::Transaction& t) { return count_versions(t, {"2025"}); }), 1);
    ASSERT_NE(found("2025"), nullptr);
    EXPECT_EQ(found("2025").get(), found("2025").get());  // parsed once
    EXPECT_EQ(found("2026"), nullptr);
}

TEST_P(CallActs, AnOlderVersionIsFoundByItsHashForEver) {
    const SourceFile first = real_file("calls/2025.toml");
    publish(first);
    publish(broken(first, "closes = 2025-06-02T16:15:00", "closes = 2025-06-09T16:15:00"));
    const auto now = found("2025");
    EXPECT_EQ(write_local_time(kokkola_.zone.local(now->window.closes)), "2025-06-09T16:15:00");
    const Hash old = loaded(first).rules_hash;
    EXPECT_NE(old, now->rules_hash);
    const auto then = read([&](kit::Transaction& t) { return frozen_call(t, old); });
    EXPECT_EQ(write_local_time(kokkola_.zone.local(then->window.closes)), "2025-06-02T16:15:00");
    EXPECT_THROW(read([](kit::Transaction& t) { return frozen_call(t, {"0"}); }), std::runtime_error);
}

TEST_P(CallActs, AStricterLoaderTakesNoPublishedCallAway) {
    publish(real_file("calls/2025.toml"));
    Call older = loaded(broken(real_file("calls/2025.toml"), "\ncode = \"2025\"", "\ncode = \"older\""));
    older.rules_hash.text = "of its day";
    older.file.text = "colour = \"was allowed then\"\n" + older.file.text;
    database().write([&](kit::Transaction& t) {
        put_version(t, older, {Instant{1}, {}, false, Publisher::desk});
        return true;
    });
    const auto back = found("older");
    ASSERT_NE(back, nullptr);
    EXPECT_EQ(back->rules_hash.text, "of its day");
    EXPECT_EQ(back->pots.size(), older.pots.size());
    EXPECT_EQ(read([](kit::Transaction& t) { return all(t, Instant{1}); }).size(), 2U);
}

TEST_P(CallActs, ANewProgrammeDoesNotChangeACallThatWasPublished) {
    publish(real_file("calls/2025.toml"));
    const auto before = found("2025");
    kit::Faults faults;
    const auto other = programme::load(
        broken(real_file("programme.toml"), "zone = \"Europe/Helsinki\"", "zone = \"Europe/Stockholm\""), faults);
    act([&](flow::Act& a) { return programme::publish(a, other); }).value();
    EXPECT_EQ(found("2025")->window.closes, before->window.closes);
}

TEST_P(CallActs, ACallOfAProgrammeThatWasNeverPublishedIsNotTaken) {
    Call call = loaded(real_file("calls/2025.toml"));
    call.programme.text = "0";
    EXPECT_THROW(act([&](flow::Act& a) { return call::publish(a, call); }), std::runtime_error);
    EXPECT_EQ(found("2025"), nullptr);
}

TEST_P(CallActs, TheListBeginsWithWhatCanStillBeAppliedFor) {
    publish(copy("ended-long-ago", "2021-05-10T09:00:00", "2021-05-31T16:15:00"));
    publish(copy("ended", "2022-11-21T09:00:00", "2022-12-19T16:15:00"));
    publish(copy("open-longer", "2025-05-02T09:00:00", "2025-07-02T16:15:00"));
    publish(copy("open", "2025-05-02T09:00:00", "2025-06-02T16:15:00"));
    publish(copy("coming-later", "2027-05-02T09:00:00", "2027-06-02T16:15:00"));
    publish(copy("coming", "2026-05-02T09:00:00", "2026-06-02T16:15:00"));
    const Instant closes = loaded(copy("x", "2025-05-02T09:00:00", "2025-06-02T16:15:00")).window.closes;
    const auto codes = [&](auto&& ask, Instant now) {
        std::string text;
        for (const auto& call : read([&](kit::Transaction& t) { return ask(t, now); })) {
            text += call->code.text + " ";
        }
        return text;
    };
    EXPECT_EQ(codes(all, closes), "open open-longer coming coming-later ended ended-long-ago ");
    EXPECT_EQ(codes(open_now, closes), "open open-longer ");
    EXPECT_EQ(codes(open_now, Instant{closes.milliseconds + 1}), "open-longer ");
}

}  // namespace
}  // namespace vastin::call
