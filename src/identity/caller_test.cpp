// Names, networks, browsers, buckets: values in, values out.
#include <gtest/gtest.h>

#include "identity/identity.h"
#include "identity/tries.h"

namespace vastin::identity {
namespace {

constexpr Instant morning{1748246400000};

TEST(Names, AreOneLineWithOneSpaceBetweenWords) {
    EXPECT_EQ(read_name("  Anna \t  Aalto\xC2\xA0").value(), "Anna Aalto");
    EXPECT_EQ(read_name("Åke Öhman-Ó Briain").value(), "Åke Öhman-Ó Briain");
    EXPECT_EQ(read_name("<b>O'Neill & Söner</b>").value(), "<b>O'Neill & Söner</b>") << "text like any other";
    EXPECT_EQ(read_name("A\xF0\x9F\x94\x8B").value(), "A\xF0\x9F\x94\x8B");
    EXPECT_TRUE(read_name(std::string(60, 'x')).has_value());
    for (const std::string& wrong : {std::string(),
                                     std::string("  "),
                                     std::string(61, 'x'),
                                     std::string("a\nb"),
                                     std::string("a\0b", 3),
                                     std::string("\xE2\x80\xAE"
                                                 "ovlaa"),
                                     std::string("An\xE2\x80\x8Bna"),
                                     std::string("\xFF")}) {
        EXPECT_FALSE(read_name(wrong).has_value()) << wrong;
    }
}

TEST(Networks, AreHalfAnIpv6AddressAndAWholeIpv4) {
    EXPECT_EQ(network("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2::9"));
    EXPECT_NE(network("2001:db8:1:2::9"), network("2001:db8:1:3::9"));
    EXPECT_EQ(network("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network(""), "");
}

TEST(Browsers, AreToldRoughly) {
    EXPECT_EQ(rough_browser("Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0"),
              "Firefox, Linux");
    EXPECT_EQ(rough_browser("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                            "Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0"),
              "Edge, Windows");
    EXPECT_EQ(rough_browser("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
                            "Gecko) Version/17.0 Mobile/15E148 Safari/604.1"),
              "Safari, iPhone");
    EXPECT_EQ(rough_browser("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                            "Chrome/120.0.0.0 Mobile Safari/537.36"),
              "Chrome, Android");
    EXPECT_EQ(rough_browser("curl/8.5.0"), "");
    EXPECT_EQ(rough_browser("<script>"), "");
}

TEST(Buckets, LeakOneAtATime) {
    const Bucket three{3, minutes(20)};
    EXPECT_EQ(level(three, {3, morning}, morning + minutes(19)), 3);
    EXPECT_EQ(level(three, {3, morning}, morning + minutes(20)), 2);
    EXPECT_EQ(level(three, {3, morning}, morning + hours(30)), 0);
    EXPECT_EQ(level(three, {3, morning}, morning - hours(1)), 3) << "a clock put back frees nobody";
}

}  // namespace
}  // namespace vastin::identity
