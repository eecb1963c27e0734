#pragma once
// For tests of what an applicant does: the call of Kokkola published on a test's database, named people, answers that
// are whole, and databases that let something happen in between.
#include <thread>
#include <utility>
#include <vector>

#include "acting.h"
#include "application/application_acts.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "call/call_load.h"
#include "document/document.h"
#include "flow/audit.h"
#include "identity/identity_acts.h"
#include "programme/test_town.h"

namespace vastin::cast {

/// Where a data file is changed: what stands there, and what instead.
using Changes = std::vector<std::pair<std::string, std::string>>;

inline programme::Programme kokkola() {
    kit::Faults faults;
    auto made = programme::load(programme::real_file("programme.toml"), faults);
    EXPECT_EQ(faults.text(), "");
    return made;
}
/// The call of 2025, changed.
inline call::Call call_2025(const Changes& changes = {}) {
    auto file = programme::real_file("calls/2025.toml");
    for (const auto& [there, instead] : changes) {
        file = programme::broken(file, there, instead);
    }
    kit::Faults faults;
    auto made = call::load(file, kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    return made;
}
inline Changes window(const std::string& opens, const std::string& closes) {
    return {{"opens = 2025-05-02T09:00:00", "opens = " + opens},
            {"closes = 2025-06-02T16:15:00", "closes = " + closes}};
}

inline kit::Fields fields(const form::Answers& answers) {
    kit::Fields made;
    for (const auto& [key, value] : answers) {
        made.add(key, value);
    }
    return made;
}
/// Whole answers to the call of 2025.
inline form::Answers whole_common(const std::string& name = "Sivuvirrat käyttöön") {
    return {{"project_name", name},
            {"starts", "1.11.2025"},
            {"ends", "31.10.2027"},
            {"themes.battery", "50"},
            {"themes.circular", "50 %"}};
}
inline form::Answers whole_part(const std::string& pay = "666 666,43 €") {
    return {{"pay", pay}, {"outside_private", ""}, {"applicant_kind", "public"}};
}

/// A database in which something happens just before the next write: between what an act prepared and what it writes.
class Interrupted : public RunsTwice {
  public:
    Interrupted(kit::Database& inner, std::function<void()> before) : RunsTwice(inner), before_(std::move(before)) {}
    bool write(const std::function<bool(kit::Transaction&)>& f) override {
        if (before_) {
            std::exchange(before_, nullptr)();
        }
        return RunsTwice::write(f);
    }

  private:
    std::function<void()> before_;
};

class Applicants : public Acting {
  protected:
    void SetUp() override {
        Acting::SetUp();
        act([](flow::Act& a) { return programme::publish(a, kokkola()); }).value();
        publish();
        anna = person("anna@centria.example", "Projektipäällikkö · Centria", "Centria", Language::fi);
        oskar = person("oskar@jyu.example", "Projektledare · Chydenius", "Jyväskylän yliopisto", Language::sv);
    }
    identity::Person person(const std::string& email,
                            const std::string& name,
                            const std::string& org,
                            Language language) {
        const auto id =
            act([&](flow::Act& a) {
                return identity::create(a, {email, name, org, "1097805-3", identity::Role::applicant, language});
            }).value();
        identity::Person made;
        made.id = id;
        made.name = name;
        made.email = email;
        made.organisation = org;
        made.business_id = "1097805-3";
        made.language = language;
        return made;
    }
    void publish(const Changes& changes = {}) {
        act([&](flow::Act& a) { return call::publish(a, call_2025(changes)); }).value();
    }

    using Application = application::Application;
    Result<Id<Application>> start(const identity::Person& who,
                                  application::Which which = application::Which::newest,
                                  Instant now = a_week_before) {
        return act_twice([&](flow::Act& a) { return application::start(a, who, {"2025"}, which); }, now, who.actor());
    }
    Application found(Id<Application> id) {
        return read([&](kit::Transaction& t) { return application::find(t, id); }).value();
    }
    Result<application::Seen> save(const identity::Person& who,
                                   const Application& as_read,
                                   application::Seen seen,
                                   const application::Posted& posted) {
        return act_twice([&](flow::Act& a) { return application::save(a, who, as_read, seen, posted); },
                         a_week_before + minutes(1),
                         who.actor());
    }
    Result<application::Receipt> send(const identity::Person& who,
                                      const Application& as_seen,
                                      Instant now = a_week_before + minutes(2),
                                      const form::Answers& typed = {}) {
        RunsTwice twice(database());
        return application::send(
            world_on_with_followers(twice), who, now, as_seen.id.str(), application::seen(as_seen), fields(typed));
    }
    /// A new draft of `who` with whole answers, as it is after saving.
    Application whole_draft(const identity::Person& who,
                            const std::string& name = "Sivuvirrat käyttöön",
                            Instant now = a_week_before) {
        const auto id =
            act([&](flow::Act& a) { return application::start(a, who, {"2025"}, application::Which::another); }, now)
                .value();
        const Application draft = found(id);
        act(
            [&](flow::Act& a) {
                return application::save(a, who, draft, application::seen(draft), {whole_common(name), whole_part()});
            },
            now)
            .value();
        return found(id);
    }

    /// Expects that `deed` is refused as `kind` and that the database is as it was.
    template <class Deed>
    Refusal refused(Refusal::Kind kind, Deed&& deed) {
        const auto before = cast::everything(database());
        const auto result = deed();
        EXPECT_FALSE(result.has_value());
        EXPECT_EQ(cast::everything(database()), before) << "a refusal left a trace";
        if (result.has_value()) {
            return {};
        }
        EXPECT_EQ(result.error().kind, kind);
        return result.error();
    }
    void expect_whole() {
        const auto found = flow::verify(database());
        EXPECT_TRUE(found.faults.empty()) << found.faults.front();
        std::int64_t documents = 0;
        const auto changed = document::verify(database(), "application.send", documents);
        EXPECT_TRUE(changed.empty()) << changed.front();
    }
    std::vector<std::string> fields_of(const Refusal& refusal) {
        std::vector<std::string> all;
        for (const Reason& reason : refusal.reasons) {
            all.push_back(reason.field);
            EXPECT_FALSE(words().text(Language::en, reason.phrase).empty());
        }
        return all;
    }
    static void at_once(int people, const std::function<void(int)>& deed) {
        std::vector<std::thread> all;
        for (int i = 0; i < people; ++i) {
            all.emplace_back(deed, i);
        }
        for (auto& one : all) {
            one.join();
        }
    }

    identity::Person anna, oskar;
};

}  // namespace vastin::cast
