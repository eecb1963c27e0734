#pragma once
// For tests of what an applicant does: the call of Kokkola published on a test's database, named people, answers that
// are whole, and databases that let something happen in between.
#include <thread>
#include <utility>
#include <vector>

#include "acting.h"
#include "application/application_send.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "call/call_load.h"
#include "document/document.h"
#include "flow/audit.h"
#include "identity/identity_acts.h"
#include "programme/test_town.h"
#include "whole_answers.h"

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
        const auto drawn = application::draw(now);
        return act_twice(
            [&](flow::Act& a) { return application::start(a, who, {"2025"}, which, drawn); }, now, who.actor());
    }
    Application found(Id<Application> id) {
        return read([&](kit::Transaction& t) { return application::find(t, id); }).value();
    }
    /// A section as posted by somebody who has seen `as_read`.
    static application::PostedSection posted(const Application& as_read,
                                             const std::string& section,
                                             const form::Answers& answers,
                                             std::int64_t part = 1) {
        const auto* of = application::find_part(as_read, part);
        const bool common =
            as_read.sections.contains(section) || of == nullptr || section_of(section).whose == form::Whose::common;
        return {
            section, part, application::version_of(common ? as_read.sections : of->sections, section), fields(answers)};
    }
    static const form::Section& section_of(const std::string& key) {
        static const call::Call call = call_2025();
        for (const form::Section& section : call.form.sections) {
            if (section.key == key) {
                return section;
            }
        }
        ADD_FAILURE() << "no section " << key;
        return call.form.sections.front();
    }
    Result<Application> save(const identity::Person& who,
                             const Application& as_read,
                             const std::string& section,
                             const form::Answers& answers,
                             std::int64_t part = 1) {
        return act_twice(
            [&](flow::Act& a) {
                return application::save(a, who, as_read.id.str(), posted(as_read, section, answers, part));
            },
            a_week_before + minutes(1),
            who.actor());
    }
    /// Saves every section that `answers` speak of.
    void fill(const identity::Person& who,
              Id<Application> id,
              const form::Answers& answers,
              std::int64_t part = 1,
              Instant now = a_week_before) {
        static const call::Call call = call_2025();
        for (const form::Section& section : call.form.sections) {
            const auto some = of_section(answers, section);
            if (!some.empty()) {
                act(
                    [&](flow::Act& a) {
                        return application::save(a, who, id.str(), posted(found(id), section.key, some, part));
                    },
                    now,
                    who.actor())
                    .value();
            }
        }
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
        const auto drawn = application::draw(now);
        const auto id =
            act([&](flow::Act& a) { return application::start(a, who, {"2025"}, application::Which::another, drawn); },
                now,
                who.actor())
                .value();
        fill(who, id, whole_common(name), 1, now);
        fill(who, id, whole_part(), 1, now);
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
