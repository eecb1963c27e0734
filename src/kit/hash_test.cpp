#include "kit/hash.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>
#include <vector>

namespace vastin::kit {
namespace {

TEST(Hash, sha256_gives_the_published_values) {  // FIPS 180-2, appendix B
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Hash, keyed_hash_gives_the_published_values) {  // RFC 4231, cases 1, 2 and 6
    const std::string text = "Test Using Larger Than Block-Size Key - Hash Key First";
    EXPECT_EQ(keyed_hash(std::string(20, '\x0b'), "Hi There"),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(keyed_hash("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(keyed_hash(std::string(131, '\xaa'), text),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    // the empty key is a key, not the one before it
    EXPECT_EQ(keyed_hash("", ""), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    EXPECT_EQ(keyed_hash(std::string_view(), ""), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(Hash, threads_do_not_disturb_each_other) {
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&wrong, t] {
            const std::string key(static_cast<std::size_t>(t) + 1, 'k'), own = keyed_hash(key, "x"), sum = sha256(key);
            for (int i = 0; i < 2000; ++i) {
                wrong += keyed_hash(key, "x") != own || sha256(key) != sum;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, 0);
}

TEST(Hash, secrets_are_128_bits_and_differ) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string made = secret();
        ASSERT_EQ(made.size(), 32u);
        ASSERT_EQ(made.find_first_not_of("0123456789abcdef"), std::string::npos);
        seen.insert(made);
    }
    EXPECT_EQ(seen.size(), 1000u);
    EXPECT_NE(chance(), chance());
}

TEST(Hash, secrets_are_compared_whole) {
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_TRUE(same_secret("", ""));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "ab"));
    EXPECT_FALSE(same_secret(std::string_view("a\0b", 3), std::string_view("a\0c", 3)));
}

TEST(Hash, a_password_fits_its_own_hash_only) {
    const std::string password("salasana \0 pitk\xC3\xA4", 17), hash = password_hash(password);
    EXPECT_EQ(hash.rfind("$argon2id$v=19$m=19456,t=2,p=1$", 0), 0u) << hash;
    EXPECT_TRUE(password_fits(hash, password));
    EXPECT_FALSE(password_fits(hash, std::string_view(password).substr(0, 9)));  // used whole, past the NUL
    EXPECT_FALSE(password_fits(hash, ""));
    EXPECT_NE(password_hash(password), hash);  // salted
    EXPECT_FALSE(password_fits("", password));
    EXPECT_FALSE(password_fits("not a hash", password));
    EXPECT_FALSE(password_fits(std::string(500, '$'), password));
}

TEST(Sha256, OfPiecesIsThatOfTheWhole) {
    Sha256 hash;
    EXPECT_EQ(hash.end(), sha256(""));
    hash.add("a");
    hash.add("");
    hash.add("bc");
    EXPECT_EQ(hash.end(), sha256("abc"));
    hash.add("abc");
    EXPECT_EQ(hash.end(), sha256("abc")) << "it begins anew";
}

}  // namespace
}  // namespace vastin::kit
