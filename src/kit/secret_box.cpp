#include "kit/secret_box.h"

#include <sodium.h>

#include <array>

#include "base/check.h"

namespace vastin::kit {

namespace {

constexpr int base64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES, head = nonce_size + crypto_secretbox_MACBYTES;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;
Key key_of(std::string_view secret) {
    static const int ready = sodium_init();
    check(ready >= 0, "libsodium does not start");
    Key key;
    check(secret.size() >= 32 &&
              crypto_generichash(key.data(), key.size(), bytes(secret), secret.size(), nullptr, 0) == 0,
          "the key of a box");
    return key;
}

}  // namespace

std::string shut(std::string_view secret, std::string_view text) {
    const Key key = key_of(secret);
    std::string box(head + text.size(), '\0');
    auto* to = reinterpret_cast<unsigned char*>(box.data());
    randombytes_buf(to, nonce_size);
    check(crypto_secretbox_easy(to + nonce_size, bytes(text), text.size(), to, key.data()) == 0, "shutting a box");
    std::string letters(sodium_base64_encoded_len(box.size(), base64), '\0');
    sodium_bin2base64(letters.data(), letters.size(), bytes(box), box.size(), base64);
    letters.pop_back();  // the NUL at its end
    return letters;
}

std::optional<std::string> opened(std::string_view secret, std::string_view letters) {
    const Key key = key_of(secret);
    std::string box(letters.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(box.data()),
                          box.size(),
                          letters.data(),
                          letters.size(),
                          nullptr,
                          &size,
                          &end,
                          base64) != 0 ||
        end != letters.data() + letters.size() || size < head) {
        return std::nullopt;
    }
    std::string text(size - head, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()),
                                   bytes(box) + nonce_size,
                                   size - nonce_size,
                                   bytes(box),
                                   key.data()) != 0) {
        return std::nullopt;
    }
    return text;
}

}  // namespace vastin::kit
