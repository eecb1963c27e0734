#pragma once
// For the tests of feeds and open data: Kokkola's calls as published, one with an information session, and a city whose
// call has no end.
#include "call/call_acts.h"
#include "call/call_load.h"
#include "call/call_pages.h"
#include "programme/test_town.h"
#include "visiting.h"

namespace vastin::call {

inline constexpr Instant first_of_may{1746086400000};  // 2025-05-01T08:00:00Z: a day before the call of 2025 opens

/// A session of two hours with a place and a link, and a day, behind the dates of the call of 2025.
inline const std::string more_dates = R"(
[[dates]]
source = "deck-apply"
name = { fi = "Infotilaisuus", sv = "Infotillfälle", en = "Information session" }
info_session = true
at = 2025-05-12T13:00:00
until = 2025-05-12T15:00:00
place = { fi = "Kaupungintalo, 2. kerros", sv = "Stadshuset, 2:a vån.", en = "City Hall, 2nd floor" }
link = "https://info.example.fi/12"

[[dates]]
source = "deck-apply"
name = { fi = "Päätökset", sv = "Beslut", en = "Decisions" }
day = 2025-09-15

# ---- what no source gives)";

class OpenData : public cast::Visiting {
  protected:
    void SetUp() override {
        Visiting::SetUp();
        publish_programme(file_of("kokkola", "programme.toml"));
    }
    std::span<const page::Route> routes() const override { return call::routes(); }

    static programme::SourceFile file_of(const std::string& city, const std::string& name) {
        std::ifstream file(cast::source() + "/programmes/" + city + "/" + name, std::ios::binary);
        return {name, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
    }
    static programme::SourceFile with_session() {
        return programme::broken(programme::real_file("calls/2025.toml"), "\n# ---- what no source gives", more_dates);
    }
    void publish_programme(const programme::SourceFile& file) {
        kit::Faults faults;
        programme_ = programme::load(file, faults);
        EXPECT_EQ(faults.text(), "");
        act([&](flow::Act& a) { return programme::publish(a, programme_); }, first_of_may).value();
    }
    Call publish_call(const programme::SourceFile& file, Instant now = first_of_may) {
        kit::Faults faults;
        const Call call = load(file, programme_, faults);
        EXPECT_EQ(faults.text(), "");
        act([&](flow::Act& a) { return publish(a, call); }, now).value();
        return call;
    }
    /// The continuous call of Lahti, which has no end.
    void publish_lahti() {
        publish_programme(file_of("lahti", "programme.toml"));
        publish_call(file_of("lahti", "calls/green-capital.toml"));
    }

  private:
    programme::Programme programme_;
};

}  // namespace vastin::call
