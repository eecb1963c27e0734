// Finding, adding and searching, on both databases.
#include "organisation/organisation_acts.h"

#include <fstream>
#include <iterator>
#include <thread>

#include "acting.h"
#include "flow/audit.h"
#include "identity/identity_acts.h"
#include "kit/limits.h"
#include "organisation/organisation_store.h"

namespace vastin::organisation {
namespace {

const Number centria{Number::Register::business, "1097805-3"}, jyvaskyla{Number::Register::business, "0245894-7"},
    club{Number::Register::association, "123.456"};

class Organisations : public cast::Acting {
  protected:
    void SetUp() override {
        cast::Acting::SetUp();
        anna = act([&](flow::Act& a) { return identity::create(a, {"anna@centria.example", "Anna", "", ""}); }).value();
    }
    static std::vector<Entry> file() {
        std::ifstream text(cast::source() + "/programmes/kokkola/organisations.toml", std::ios::binary);
        kit::Faults faults;
        return load("organisations.toml", std::string{std::istreambuf_iterator<char>(text), {}}, faults);
    }
    Imported take_over(const std::vector<Entry>& entries) {
        return act_twice([&](flow::Act& a) { return import(a, entries); }).value();
    }
    Result<Id<Organisation>> add(const NewOrganisation& made) {
        return act_twice([&](flow::Act& a) { return find_or_add(a, made, anna); });
    }
    std::vector<std::string> found_by(std::string_view text) {
        std::vector<std::string> names;
        for (const auto& one : read([&](kit::Transaction& t) { return search(t, text, 10); })) {
            names.push_back(one.name.fi);
        }
        return names;
    }
    Id<identity::Account> anna;
};
VASTIN_ON_BOTH_DATABASES(Organisations);

TEST_P(Organisations, TheRegisterFileIsTakenOverOnce) {
    EXPECT_EQ(take_over(file()), (Imported{6, 0, 0}));
    const auto before = cast::everything(database());
    EXPECT_EQ(take_over(file()), (Imported{0, 0, 6}));
    EXPECT_EQ(cast::everything(database()), before);
    auto changed = file();
    changed[0].name.sv = "Uleåborg";
    changed[1].units[0].en = "Chydenius";
    EXPECT_EQ(take_over(changed), (Imported{0, 2, 4}));
    const auto whole = read([](kit::Transaction& t) { return find(t, jyvaskyla); }).value();
    const auto below = read([&](kit::Transaction& t) { return units(t, whole.id); });
    ASSERT_EQ(below.size(), 1U);
    EXPECT_EQ(below[0].name.en, "Chydenius");
    EXPECT_TRUE(flow::verify(database()).faults.empty());
}

TEST_P(Organisations, AreFoundByNumberAndSearchedByAPartOfAnyNameOrNumber) {
    take_over(file());
    EXPECT_EQ(read([](kit::Transaction& t) { return find(t, centria); }).value().name.en,
              "Centria University of Applied Sciences");
    EXPECT_FALSE(read([](kit::Transaction& t) { return find(t, club); }).has_value());
    EXPECT_EQ(found_by("YLIOPISTO"), (std::vector<std::string>{"Jyväskylän yliopisto", "Oulun yliopisto"}));
    EXPECT_EQ(found_by("  uleåborgs   UNIV"), std::vector<std::string>{"Oulun yliopisto"});
    EXPECT_EQ(found_by("JYVÄSKYLÄ"), std::vector<std::string>{"Jyväskylän yliopisto"});
    EXPECT_EQ(found_by("0244680"), std::vector<std::string>{"Geologian tutkimuskeskus (GTK)"});
    for (const char* nothing : {"", "  ", "%", "_", "!", "'", "x' OR 1=1", "\xF0\x9F\x94\x8B"}) {
        EXPECT_TRUE(found_by(nothing).empty()) << nothing;
    }
}

TEST_P(Organisations, AnUnknownOneIsAddedOnceAsTypedAndShownToNobodyWhoSearches) {
    const auto id = add({club, Kind::association, "  Kokkolan   Kerho ry "}).value();
    EXPECT_EQ(add({club, Kind::company, "Another name"}).value(), id) << "the first name stays";
    const auto found = read([](kit::Transaction& t) { return find(t, club); }).value();
    EXPECT_EQ(found.name.sv, "Kokkolan   Kerho ry");
    EXPECT_EQ(found.kind, Kind::association);
    EXPECT_EQ(found.standing, Name::typed);
    EXPECT_TRUE(found_by("kerho").empty());
    EXPECT_EQ(rows("organisation_body"), 1);
    // the register file has the last word
    EXPECT_EQ(take_over({{club, Kind::association, {"Kerho", "Klubben", "Club"}, {}}}), (Imported{0, 1, 0}));
    EXPECT_EQ(found_by("klubben"), std::vector<std::string>{"Kerho"});
}

TEST_P(Organisations, ANewOneNeedsANameAndAKnownOneDoesNot) {
    take_over(file());
    const auto before = cast::everything(database());
    EXPECT_TRUE(add({centria, Kind::other, ""}).has_value());
    for (const std::string& bad :
         {std::string(), std::string(" \xE2\x80\x8B"), std::string(201, 'x'), std::string("a\nb")}) {
        const auto refused = add({club, Kind::association, bad});
        ASSERT_FALSE(refused.has_value()) << bad;
        EXPECT_EQ(refused.error().reasons.at(0).field, "name");
    }
    EXPECT_EQ(cast::everything(database()), before);
}

TEST_P(Organisations, AUnitIsFoundByItsNameOrAdded) {
    take_over(file());
    const auto of = read([](kit::Transaction& t) { return find(t, jyvaskyla); }).value().id;
    const auto unit = [&](const std::string& name) {
        return act_twice([&](flow::Act& a) { return find_or_add_unit(a, of, name, anna); });
    };
    const auto known = unit("kokkolan yliopistokeskus  CHYDENIUS").value();
    EXPECT_EQ(rows("organisation_unit"), 1);
    EXPECT_EQ(unit("Agora").value(), unit("AGORA").value());
    EXPECT_NE(unit("Agora").value(), known);
    EXPECT_EQ(rows("organisation_unit"), 2);
    EXPECT_EQ(unit("").error().reasons.at(0).field, "unit_name");
    const auto nowhere = act([&](flow::Act& a) { return find_or_add_unit(a, {}, "Agora", anna); });
    EXPECT_EQ(nowhere.error().kind, Refusal::Kind::not_found);
}

TEST_P(Organisations, OneAccountAddsOnlySoMany) {
    int added = 0;
    for (int number = 100; added < static_cast<int>(kit::limits::organisations_added); ++number) {
        added += add({{Number::Register::association, std::to_string(number)}, Kind::association, "Kerho"}) ? 1 : 0;
    }
    EXPECT_EQ(add({club, Kind::association, "One more"}).error().kind, Refusal::Kind::too_many);
    EXPECT_TRUE(add({{Number::Register::association, "100"}, Kind::association, ""}).has_value());
}

TEST_P(Organisations, TwoWhoAddTheSameAtOnceGetTheSame) {
    std::vector<Result<Id<Organisation>>> ids(4, not_found());
    std::vector<std::thread> threads;
    for (auto& id : ids) {
        threads.emplace_back([&] {
            id = act([&](flow::Act& a) { return find_or_add(a, {club, Kind::association, "Kerho"}, anna); });
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (const auto& id : ids) {
        EXPECT_EQ(id.value(), ids[0].value());
    }
    EXPECT_EQ(rows("organisation_body"), 1);
    EXPECT_TRUE(flow::verify(database()).faults.empty());
}

}  // namespace
}  // namespace vastin::organisation
