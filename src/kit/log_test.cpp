#include "kit/log.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "kit/clock.h"
#include "kit/json.h"

namespace vastin::kit {
namespace {

/// A log in a file of its own, stderr again afterwards.
class Log : public testing::Test {
  protected:
    Log() {
        EXPECT_GE(file_ = ::mkstemp(path_), 0);
        log_to_file(path_);
        log_quietly(false);
    }
    ~Log() override {
        log_to_file("/dev/stderr");
        ::close(file_);
        ::unlink(path_);
    }
    std::vector<std::string> lines() const {
        std::ifstream in(path_);
        std::vector<std::string> all;
        for (std::string line; std::getline(in, line);) {
            all.push_back(line);
        }
        return all;
    }
    char path_[32] = "/tmp/vastin_log_XXXXXX";
    int file_ = -1;
};

TEST_F(Log, an_event_is_one_line_of_json) {
    log("start", {{"port", "8080"}, {"town", "Kokkola"}});
    const auto all = lines();
    ASSERT_EQ(all.size(), 1u);
    const auto json = Json::read(all[0]);
    ASSERT_TRUE(json) << all[0];
    EXPECT_EQ(json->text_or("event"), "start");
    EXPECT_EQ(json->text_or("port"), "8080");
    EXPECT_EQ(json->text_or("town"), "Kokkola");
    const std::string at = json->text_or("at");
    ASSERT_EQ(at.size(), 24u) << at;
    EXPECT_EQ(at[10], 'T');
    EXPECT_EQ(at[23], 'Z');
    EXPECT_GE(at, "2026-01-01T00:00:00.000Z");
}

TEST_F(Log, nothing_in_a_value_breaks_the_line) {
    log("start", {{"what", "a\nb\r\"c\"\\\x1b[2J\x7f\xC2\x9B\xFF \xC3\xA4"}});
    const auto all = lines();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_NE(all[0].find(R"("what":"a\u000ab\u000d\"c\"\\\u001b[2J\u007f\u009b\ufffd )"
                          "\xC3\xA4\"}"),
              std::string::npos)
        << all[0];
}

TEST_F(Log, requests_wait_a_moment_and_an_incident_takes_them_along) {
    log("request", {{"number", "1"}});
    EXPECT_TRUE(lines().empty());
    log("incident", {{"number", "2"}});
    EXPECT_EQ(lines().size(), 2u);
    log("request", {{"number", "3"}});
    for (int i = 0; i < 200 && lines().size() < 3; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(lines().size(), 3u);
}

TEST_F(Log, quiet_is_only_incidents) {
    log_quietly(true);
    log("start");
    log("incident");
    log_quietly(false);
    const auto all = lines();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_NE(all[0].find("incident"), std::string::npos);
}

TEST_F(Log, a_place_that_cannot_be_written_is_told) {
    EXPECT_THROW(log_to_file("/no/such/folder/log"), std::runtime_error);
}

TEST(Clock, the_towns_time_is_moved_and_the_machines_is_not) {
    Clock clock;
    const Instant before = wall_now();
    EXPECT_FALSE(clock.moved());
    EXPECT_GE(clock.now(), before);
    clock.move_to(before + hours(24));
    EXPECT_TRUE(clock.moved());
    EXPECT_GE(clock.now(), before + hours(24));
    EXPECT_LT(clock.now(), before + hours(25));
    EXPECT_LT(wall_now(), before + hours(1));
    EXPECT_EQ(clock.town(before) - before, clock.town(before + minutes(5)) - (before + minutes(5)));
}

}  // namespace
}  // namespace vastin::kit
