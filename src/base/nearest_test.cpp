#include "base/nearest.h"

#include <gtest/gtest.h>

#include <vector>

namespace vastin {
namespace {

TEST(Nearest, NamesTheWordThatIsAtMostTwoLettersAway) {
    const std::vector<std::string> known{"opens", "closes", "cut_offs", "kind", "pay"};
    EXPECT_EQ(nearest("opnes", known), "opens") << "two letters swapped";
    EXPECT_EQ(nearest("close", known), "closes");
    EXPECT_EQ(nearest("cutoffs", known), "cut_offs");
    EXPECT_EQ(nearest("pya", known), "pay");
    EXPECT_EQ(nearest("ends", known), "");
    EXPECT_EQ(nearest("it", known), "") << "half of it would be guessed";
    EXPECT_EQ(nearest("", known), "");
}

}  // namespace
}  // namespace vastin
