// Letters leave a town in production, on both databases.
#include "main/post.h"

#include <chrono>

#include "acting.h"
#include "flow/flow_store.h"
#include "smtp_server.h"

namespace vastin::town {
namespace {

const Instant wall{1748246400000};

class ThePost : public cast::Acting {
  protected:
    void write_letter(const std::string& subject, std::optional<Instant> fades = {}) {
        act([&](flow::Act& a) -> Result<int> {
            a.send({"aino@centria.example", Language::fi, subject, "Hei", "case", fades});
            a.record("case", "test");
            return 1;
        }).value();
    }
    kit::MailSettings settings() const {
        return kit::mail_settings(server_.address(), "tuki@kokkola.example", "", "", false);
    }
    std::size_t waiting() {
        return read([](kit::Transaction& t) { return flow::waiting_letters(t, 50); }).size();
    }
    /// How many letters are sent, and how many have failed.
    std::pair<std::int64_t, std::int64_t> ended() {
        return read([](kit::Transaction& t) {
            const auto [sent, failed] =
                t.one<std::int64_t, std::int64_t>("SELECT COUNT(sent), COUNT(failed) FROM flow_outbox");
            return std::pair(sent, failed);
        });
    }
    cast::SmtpServer server_;
};
VASTIN_ON_BOTH_DATABASES(ThePost);

TEST_P(ThePost, SendsWhatWaitsOnceEach) {
    for (const char* subject : {"one", "two", "three"}) {
        write_letter(subject);
    }
    kit::Mailer mailer(settings());
    EXPECT_EQ(deliver(world(), mailer, wall).sent, 3);
    EXPECT_EQ(deliver(world(), mailer, wall).sent, 0);
    const auto letters = server_.letters();
    ASSERT_EQ(letters.size(), 3U);
    const std::string all = letters[0] + letters[1] + letters[2];
    for (const char* subject : {"one", "two", "three"}) {
        EXPECT_NE(all.find("Subject: " + std::string(subject) + "\r\n"), std::string::npos) << subject;
    }
    EXPECT_EQ(ended(), (std::pair<std::int64_t, std::int64_t>{3, 0}));
}

TEST_P(ThePost, TriesALetterRefusedForNowAgainWithGrowingWaitsAndGivesUpAtLast) {
    write_letter("later");
    kit::Mailer mailer(settings());
    Instant at = wall;
    for (std::int64_t count = 1; wait_after(count); ++count) {
        server_.answer("RCPT", "450 full");
        EXPECT_EQ(deliver(world(), mailer, at).postponed, 1) << count;
        at = at + *wait_after(count);
        EXPECT_EQ(deliver(world(), mailer, at - Duration{1}).postponed, 0) << "not before its time";
    }
    EXPECT_EQ(wait_after(1), minutes(2));
    EXPECT_EQ(wait_after(7), hours(24));
    EXPECT_GT(at - wall, hours(5 * 24));
    EXPECT_EQ(waiting(), 1U);
    server_.answer("RCPT", "450 full");
    EXPECT_EQ(deliver(world(), mailer, at).failed, 1);
    EXPECT_EQ(waiting(), 0U);
    EXPECT_EQ(ended(), (std::pair<std::int64_t, std::int64_t>{0, 1}));
}

TEST_P(ThePost, MarksAsFailedWhatIsRefusedForGoodAndGoesOnWithTheNext) {
    write_letter("nobody there");
    write_letter("somebody there");
    server_.answer("RCPT", "550 nobody");
    kit::Mailer mailer(settings());
    const Delivery delivery = deliver(world(), mailer, wall);
    EXPECT_EQ(delivery.failed, 1);
    EXPECT_EQ(delivery.sent, 1);
    EXPECT_EQ(deliver(world(), mailer, wall + hours(48)).sent, 0);
    EXPECT_EQ(ended(), (std::pair<std::int64_t, std::int64_t>{1, 1}));
}

TEST_P(ThePost, LosesNothingWhenTheServerClosesInTheMiddle) {
    write_letter("broken off");
    server_.answer(".", "");
    kit::Mailer mailer(settings());
    EXPECT_EQ(deliver(world(), mailer, wall).postponed, 1);
    EXPECT_EQ(deliver(world(), mailer, wall + minutes(2)).sent, 1);
    EXPECT_EQ(server_.letters().size(), 1U);
}

TEST_P(ThePost, CountsNoTryWhereNoServerIs) {
    write_letter("one");
    write_letter("two");
    kit::Mailer mailer(settings());
    for (int i = 0; i < 30; ++i) {
        server_.answer("HELLO", "421 not now");
        const Delivery delivery = deliver(world(), mailer, wall);
        EXPECT_FALSE(delivery.reached);
        EXPECT_EQ(delivery.postponed + delivery.failed + delivery.sent, 0);
    }
    EXPECT_EQ(deliver(world(), mailer, wall).sent, 2);
}

TEST_P(ThePost, OneLetterIsTakenByOneProcessAndComesBackWhenThatOneDied) {
    write_letter("mine");
    const auto id = read([](kit::Transaction& t) { return flow::waiting_letters(t, 1); }).at(0).id;
    const auto take = [&](Instant at) {
        std::optional<std::int64_t> count;
        database().write([&](kit::Transaction& t) {
            count = flow::take_letter(t, id, at, at + minutes(2));
            return true;
        });
        return count;
    };
    EXPECT_EQ(take(wall), 1);
    EXPECT_EQ(take(wall), std::nullopt);
    EXPECT_EQ(take(wall + minutes(2)), 2) << "its process died";
    kit::Mailer mailer(settings());
    EXPECT_EQ(deliver(world(), mailer, wall + minutes(3)).sent, 0);
    EXPECT_EQ(deliver(world(), mailer, wall + minutes(4)).sent, 1);
    EXPECT_EQ(take(wall + hours(48)), std::nullopt) << "what was sent is not taken again";
}

TEST_P(ThePost, DoesNotSendALetterWhoseLinkHasEnded) {
    write_letter("link", wall + hours(1));
    database().write([](kit::Transaction& t) { return flow::fade_letters(t, wall + hours(2)) == 1; });
    kit::Mailer mailer(settings());
    EXPECT_EQ(deliver(world(), mailer, wall + hours(2)).sent, 0);
    EXPECT_EQ(ended(), (std::pair<std::int64_t, std::int64_t>{0, 1}));
}

TEST_P(ThePost, LeavesByItself) {
    write_letter("by itself");
    const Post post(world(), settings());
    for (int i = 0; i < 100 && waiting() > 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    EXPECT_EQ(waiting(), 0U);
    EXPECT_EQ(server_.letters().size(), 1U);
}

}  // namespace
}  // namespace vastin::town
