#pragma once
// For tests of public pages: a visitor opens an address and reads what comes, in a world with all templates.
#include <optional>
#include <string>
#include <string_view>

#include "acting.h"
#include "page/router.h"

namespace vastin::cast {

class Visiting : public Acting {
  protected:
    void SetUp() override {
        Acting::SetUp();
        static const kit::Words all_words(build() + "/texts", Zone("Europe/Helsinki"));
        static const kit::Templates all_templates(source() + "/src", all_words, true);
        world_.emplace(
            flow::World{database(), clock(), all_words, all_templates, {}, false, true, "https://tuki.example.fi"});
    }
    virtual std::span<const page::Route> routes() const = 0;

    /// What a GET of `path` with `query` gives at `now` to `who`; `known` is the ETag the visitor already has.
    kit::Response open(const std::string& path,
                       const std::string& query = {},
                       Instant now = a_week_before,
                       const std::string& known = {}) {
        static const page::Assets assets(source() + "/web");
        const page::Router router(
            *world_, routes(), [&](const kit::Request&, const flow::World&) { return who; }, frame_, assets);
        kit::Request request;
        request.path = path;
        request.query = query;
        int status = 200;
        auto fields = kit::read_form(query, status);
        EXPECT_TRUE(fields.has_value()) << query;
        request.parameters = std::move(fields).value_or(kit::Fields());
        request.headers = {{"host", "tuki.example.fi"}, {"if-none-match", known}};
        request.arrived = now;
        return router.answer(request);
    }
    static bool has(const kit::Response& response, std::string_view part) {
        return response.body.find(part) != std::string::npos;
    }
    static std::string header(const kit::Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers) {
            if (key == name) {
                return value;
            }
        }
        return "";
    }
    std::optional<identity::Person> who;

  private:
    std::optional<flow::World> world_;
    page::Frame frame_;
};

}  // namespace vastin::cast
