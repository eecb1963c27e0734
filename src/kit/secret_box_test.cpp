#include "kit/secret_box.h"

#include <gtest/gtest.h>

#include "kit/hash.h"

namespace vastin::kit {
namespace {

TEST(SecretBox, OpensUnderItsSecretOnlyAndOnlyUnchanged) {
    const std::string secret = kit::secret();
    for (const std::string& text : {std::string(), std::string("ä\0€", 6), std::string(300'000, 'x')}) {
        const std::string box = shut(secret, text);
        EXPECT_EQ(opened(secret, box), text);
        EXPECT_EQ(opened(kit::secret(), box), std::nullopt);
        EXPECT_NE(shut(secret, text), box) << "another nonce";
        std::string changed = box;
        changed[changed.size() / 2] = changed[changed.size() / 2] == 'A' ? 'B' : 'A';
        EXPECT_EQ(opened(secret, changed), std::nullopt);
        EXPECT_EQ(opened(secret, box.substr(0, box.size() - 4)), std::nullopt);
    }
    EXPECT_EQ(opened(secret, ""), std::nullopt);
    EXPECT_EQ(opened(secret, "no base64!"), std::nullopt);
    EXPECT_EQ(shut(secret, "timanttia").find("timanttia"), std::string::npos);
}

}  // namespace
}  // namespace vastin::kit
