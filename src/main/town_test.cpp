// The town as a whole: every statement on both engines, every act twice, the jobs, the command line.
#include "main/town.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <thread>

#include "document/document.h"
#include "flow/audit.h"
#include "kit/limits.h"
#include "main/commands.h"
#include "main/jobs.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::header;
using cast::Visitor;
using cast::WholeTown;

// ---- the statements

/// The literals R"sql(...)sql" of all stores.
std::vector<std::string> statements() {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cast::source() + "/src")) {
        if (!entry.path().filename().string().ends_with("_store.cpp")) {
            continue;
        }
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string code = text.str();
        for (auto at = code.find("R\"sql("); at != std::string::npos; at = code.find("R\"sql(", at + 1)) {
            all.push_back(code.substr(at + 6, code.find(")sql\"", at) - at - 6));
        }
    }
    return all;
}

class Statements : public cast::OnBothDatabases {};
VASTIN_ON_BOTH_DATABASES(Statements);

TEST_P(Statements, OfEveryStoreArePreparedOnThisEngine) {
    const auto all = statements();
    EXPECT_GT(all.size(), 60U);
    for (const std::string& fault : database().try_prepare(all)) {
        ADD_FAILURE() << fault;
    }
    EXPECT_EQ(
        database().try_prepare({"SELECT nothing FROM nowhere", "SELECT id FROM identity_account", "SELEC"}).size(), 2U)
        << "a wrong one is told";
}

// ---- every act twice

TEST(WholeTownTwice, EveryActMayRunTwiceFromTheDemosBeginningToTheReceipt) {
    WholeTown town(Mode::demo, true);
    const Visitor stranger{"stranger"};
    const auto doors = town.get(stranger, "/fi/sign-in");
    std::optional<identity::Door> door;
    town.database().read([&](kit::Transaction& t) { door = identity::find_door(t, cast::owner); });
    EXPECT_TRUE(cast::holds(doors, door->account.str()));
    const auto entered = town.post(stranger, "/fi/sign-in", {{"account", door->account.str()}, {"next", ""}});
    ASSERT_EQ(entered.status, 303);
    Visitor anna{"anna", door->account};
    anna.token = header(entered, "Set-Cookie").substr(7, 32);
    anna.form_secret = kit::keyed_hash(anna.token, "form");
    EXPECT_EQ(cast::count(town.database(), "identity_session"), 1);
    const std::string path = town.whole_draft(anna);
    EXPECT_EQ(header(town.send(anna, path), "Location"), "/fi" + path + "/receipt");
    EXPECT_EQ(town.post(anna, "/fi/demo/clock", {{"moment", "after-deadline"}, {"back", "/fi"}}).status, 303);
    const auto id = Id<flow::Case>::read(path.substr(path.rfind('/') + 1));
    EXPECT_EQ(flow::seal(town.world().database, kit::wall_now()) > 0, true);
    const auto out = town.post(anna, "/fi/sign-out", {});
    EXPECT_EQ(out.status, 303);
    EXPECT_EQ(header(out, "Clear-Site-Data"), "\"cache\", \"storage\"") << "nothing stays on a shared computer";
    EXPECT_EQ(town.get(anna, "/fi/applications").status, 303) << "the session has ended";
    EXPECT_GT(town.writes(), 10);
    for (const auto& [table, rows] : {std::pair<std::string, int>{"identity_account", 5},
                                      {"identity_session", 0},
                                      {"programme_version", 1},
                                      {"call_version", 3},
                                      {"project_project", 5},
                                      {"application_application", 1},
                                      {"application_part", 1},
                                      {"document_submission", 1},
                                      {"flow_outbox", 1},
                                      {"desk_task", 1},
                                      {"flow_seal", 1},
                                      {"demo_clock", 1}}) {
        EXPECT_EQ(cast::count(town.database(), table), rows) << table;
    }
    std::int64_t documents = 0;
    EXPECT_TRUE(flow::verify(town.database()).faults.empty());
    EXPECT_TRUE(document::verify(town.database(), "application.send", documents).empty());
    EXPECT_EQ(documents, 1);
    std::string deeds;
    town.database().read([&](kit::Transaction& t) {
        for (const auto& record : flow::records_after(t, id->str(), 0, 20)) {
            deeds += record.about == id->str() ? record.deed + " " : "";
        }
    });
    EXPECT_EQ(deeds,
              "application.start application.save application.save application.save application.save application.save "
              "application.save application.save application.save application.save application.send ");
}

TEST(WholeTownTwice, OpeningATownAgainChangesNothing) {
    WholeTown town(Mode::demo);
    const auto before = cast::everything(town.database());
    demo::open_town(town.world());
    kit::Faults faults;
    const auto data = project::load_folder(cast::source() + "/programmes/kokkola", faults);
    flow::perform(town.world(), {"", "command line"}, town.clock().now(), [&](flow::Act& a) {
        return project::publish_folder(a, data);
    }).value();
    EXPECT_EQ(cast::everything(town.database()), before);
}

// ---- what runs by itself

TEST(TheJobs, SealAndSendWithoutBeingAsked) {
    WholeTown town(Mode::demo);
    const Visitor anna = town.visitor(cast::owner);
    ASSERT_EQ(town.send(anna, town.whole_draft(anna)).status, 303);
    const auto unsealed = [&] {
        std::size_t waiting = 0;
        town.database().read([&](kit::Transaction& t) {
            waiting = flow::unsealed_heads(t, 100).size() + flow::waiting_letters(t, 100).size();
        });
        return waiting;
    };
    EXPECT_GT(unsealed(), 5U);
    {
        const Jobs jobs(town.world());
        for (int i = 0; i < 100 && unsealed() > 0; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        EXPECT_EQ(unsealed(), 0U);
        (void)town.visitor(cast::owner);
    }
    EXPECT_EQ(unsealed(), 0U) << "the last seal is made when the town closes";
    EXPECT_TRUE(flow::verify(town.database()).faults.empty());
}

TEST(TheJobs, OfATownInProductionDoNotSayThatALetterWasSent) {
    WholeTown town(Mode::serve);
    flow::perform(town.world(), {"", "test"}, town.clock().now(), [](flow::Act& a) -> Result<int> {
        a.send({"somebody@example.fi", Language::fi, "subject", "text", "case"});
        a.record("case", "test");
        return 1;
    }).value();
    const Jobs jobs(town.world());
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    std::size_t waiting = 0;
    town.database().read([&](kit::Transaction& t) { waiting = flow::waiting_letters(t, 10).size(); });
    EXPECT_EQ(waiting, 1U);
}

// ---- the command line

std::string printed(const std::function<void()>& command) {
    testing::internal::CaptureStdout();
    command();
    std::fflush(stdout);
    return testing::internal::GetCapturedStdout();
}

TEST(CommandLine, ChecksAProgramme) {
    const std::string folder = cast::fresh_folder() + "/kokkola";
    std::filesystem::copy(cast::source() + "/programmes/kokkola", folder, std::filesystem::copy_options::recursive);
    int code = -1;
    EXPECT_EQ(printed([&] { code = check_programme(folder); }), folder + ": no mistakes\n");
    EXPECT_EQ(code, 0);
    std::ofstream(folder + "/calls/2025.toml", std::ios::app) << "\nmisspelt = 1\n";
    const std::string told = printed([&] { code = check_programme(folder); });
    EXPECT_EQ(code, 1);
    EXPECT_NE(told.find("calls/2025.toml:"), std::string::npos) << told;
    EXPECT_NE(told.find("misspelt"), std::string::npos) << told;
}

TEST(CommandLine, MakesAnAccountWhoseLinkOpensTheDoorOnceAndTellsWhatIsWrong) {
    const std::string file = cast::fresh_folder() + "/town.db";
    int code = -1;
    const identity::NewAccount account{
        "a@kokkola.example", "Ylläpitäjä", "", "", identity::Role::administrator, Language::sv};
    const std::string told = printed([&] { code = invite(file, account, "https://tuki.example.fi"); });
    EXPECT_EQ(code, 0);
    std::smatch found;
    ASSERT_TRUE(std::regex_search(told, found, std::regex("^https://tuki.example.fi/sv/welcome/([0-9a-f]{32})\n")))
        << told;
    EXPECT_NE(printed([&] { code = invite(file, account, "https://tuki.example.fi"); }), told)
        << "a new link each time";
    EXPECT_EQ(code, 0);
    testing::internal::CaptureStderr();
    EXPECT_EQ(invite(file, {"no address", "x", "", ""}, ""), 1);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "“no address” is not an e-mail address.\n");
    const auto database = kit::Database::open({.address = file});
    EXPECT_EQ(cast::count(*database, "identity_account"), 1);
    database->read([&](kit::Transaction& t) {
        EXPECT_TRUE(identity::find_invitation(t, kit::sha256(found[1].str()), kit::wall_now()).has_value());
    });
}

TEST(CommandLine, VerifySeesATamperedRecordAndATamperedDocument) {
    WholeTown town(Mode::demo);
    const Visitor anna = town.visitor(cast::owner);
    ASSERT_EQ(town.send(anna, town.whole_draft(anna)).status, 303);
    std::string file;
    town.database().read([&](kit::Transaction& t) {
        file = std::get<0>(t.one<std::string>("SELECT file FROM pragma_database_list WHERE name = 'main'"));
    });
    int code = -1;
    std::string told = printed([&] { code = verify(file); });  // beside the running town
    EXPECT_EQ(code, 0) << told;
    EXPECT_NE(told.find("1 submissions: whole"), std::string::npos) << told;
    cast::tamper(town.database(), "UPDATE flow_audit SET actor_name = 'x' WHERE deed = 'application.send'");
    cast::tamper(town.database(), "UPDATE document_submission SET content = '{}'");
    told = printed([&] { code = verify(file); });
    EXPECT_EQ(code, 1);
    EXPECT_NE(told.find("record 11 is not what was written"), std::string::npos) << told;
    EXPECT_NE(told.find("is not what was sent"), std::string::npos) << told;
    EXPECT_NE(told.find("NOT whole"), std::string::npos) << told;
}

}  // namespace
}  // namespace vastin::town
