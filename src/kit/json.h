#pragma once
// JSON with integers, texts, truths, lists and objects only: what a frozen document needs (no floating figures).
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vastin::kit {

class Json {
  public:
    using List = std::vector<Json>;
    using Object = std::map<std::string, Json, std::less<>>;
    Json() = default;
    Json(std::nullptr_t) {}                          // NOLINT(google-explicit-constructor): a value is JSON
    Json(bool v) : value_(v) {}                      // NOLINT(google-explicit-constructor)
    Json(std::int64_t v) : value_(v) {}              // NOLINT(google-explicit-constructor)
    Json(std::string v) : value_(std::move(v)) {}    // NOLINT(google-explicit-constructor)
    Json(const char* v) : value_(std::string(v)) {}  // NOLINT(google-explicit-constructor)
    Json(List v) : value_(std::move(v)) {}           // NOLINT(google-explicit-constructor)
    Json(Object v) : value_(std::move(v)) {}         // NOLINT(google-explicit-constructor)

    const std::string* text() const { return std::get_if<std::string>(&value_); }
    const std::int64_t* number() const { return std::get_if<std::int64_t>(&value_); }
    const bool* truth() const { return std::get_if<bool>(&value_); }
    const List* list() const { return std::get_if<List>(&value_); }
    const Object* object() const { return std::get_if<Object>(&value_); }
    /// The member `key` of an object, or null JSON.
    const Json& operator[](std::string_view key) const;
    std::string text_or(std::string_view key, std::string otherwise = {}) const;

    /// The one text of this value: keys sorted by bytes, no spaces, UTF-8 unescaped but for what JSON demands.
    std::string canonical() const;
    /// Nothing when `text` is not such JSON: bad syntax, a fraction, a repeated key, deeper than limits.h says.
    static std::optional<Json> read(std::string_view text);
    friend bool operator==(const Json&, const Json&) = default;

  private:
    std::variant<std::nullptr_t, bool, std::int64_t, std::string, List, Object> value_ = nullptr;
};

}  // namespace vastin::kit
