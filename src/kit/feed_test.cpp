#include "kit/feed_test.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/feed.h"

namespace vastin::kit {
namespace {

constexpr Instant may_2{1'746'165'600'000};  // 2025-05-02T06:00:00Z

Feed feed() {
    Feed made{"https://tuki.example.fi/fi/calls.atom", "Haut", "Kokkolan kaupunki", "fi", may_2, {}, {}};
    made.links.push_back({"self", atom_type, made.id, "fi"});
    made.entries.push_back({"tag:tuki.example.fi,2025-05-01:calls/kokkola/2025",
                            "Ekosysteemihaku 2025",
                            "Rahaa hankkeille",
                            may_2 - hours(24),
                            may_2,
                            {{"alternate", "text/html", "https://tuki.example.fi/fi/calls/2025", "fi"}},
                            {{"battery", "Akkukemia"}}});
    return made;
}

TEST(Feed, SaysWhatAtomAsksFor) {
    const ReadFeed read(atom(feed()));
    EXPECT_EQ(read.one("/a:feed/a:id"), "https://tuki.example.fi/fi/calls.atom");
    EXPECT_EQ(read.one("/a:feed/@xml:lang"), "fi");
    EXPECT_EQ(read.one("/a:feed/a:title"), "Haut");
    EXPECT_EQ(read.one("/a:feed/a:updated"), "2025-05-02T06:00:00Z");
    EXPECT_EQ(read.one("/a:feed/a:author/a:name"), "Kokkolan kaupunki");
    EXPECT_EQ(read.one("/a:feed/a:link[@rel='self']/@href"), "https://tuki.example.fi/fi/calls.atom");
    EXPECT_EQ(read.one("//a:entry/a:id"), "tag:tuki.example.fi,2025-05-01:calls/kokkola/2025");
    EXPECT_EQ(read.one("//a:entry/a:published"), "2025-05-01T06:00:00Z");
    EXPECT_EQ(read.one("//a:entry/a:updated"), "2025-05-02T06:00:00Z");
    EXPECT_EQ(read.one("//a:entry/a:link/@hreflang"), "fi");
    EXPECT_EQ(read.one("//a:entry/a:category[@term='battery']/@label"), "Akkukemia");
    EXPECT_EQ(read.one("//a:entry/a:summary"), "Rahaa hankkeille");
}

TEST(Feed, NoTextBreaksOut) {
    const std::string hostile = "</title><entry>]]>&amp;<!--\"'\x01\x1f 🙂\xEF\xBF\xBF";
    Feed made = feed();
    made.entries[0].title = made.entries[0].summary = made.author = hostile;
    made.entries[0].categories[0].label = "\"><link/>\n";
    const ReadFeed read(atom(made));
    const std::string kept = "</title><entry>]]>&amp;<!--\"' 🙂";
    EXPECT_EQ(read.one("//a:entry/a:title"), kept);
    EXPECT_EQ(read.one("//a:entry/a:summary"), kept);
    EXPECT_EQ(read.one("/a:feed/a:author/a:name"), kept);
    EXPECT_EQ(read.one("//a:entry/a:category/@label"), "\"><link/>\n");
    EXPECT_EQ(read.all("//a:entry").size(), 1U);
}

TEST(Feed, ManyThreadsMayWriteAtOnce) {
    std::vector<std::string> texts(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& text : texts) {
            threads.emplace_back([&text] {
                for (int i = 0; i < 200; ++i) {
                    text = atom(feed());
                }
            });
        }
    }
    for (const std::string& text : texts) {
        EXPECT_EQ(text, atom(feed()));
    }
}

TEST(Feed, MayBeEmpty) {
    Feed made = feed();
    made.entries.clear();
    EXPECT_TRUE(ReadFeed(atom(made)).all("//a:entry").empty());
}

}  // namespace
}  // namespace vastin::kit
