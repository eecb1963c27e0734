#include "application/application_people_store.h"

#include <algorithm>

#include "application/columns.h"
#include "identity/identity_store.h"

namespace vastin::application {

std::optional<Right> right_of(kit::Transaction& t, Id<Application> id, Id<identity::Account> account) {
    const auto row = t.maybe<Right>(
        R"sql(SELECT may FROM application_member WHERE application = :id AND account = :account)sql", id, account);
    return row ? std::optional(std::get<0>(*row)) : std::nullopt;
}

void put_member(kit::Transaction& t, Id<Application> id, const Member& member) {
    if (const auto has = right_of(t, id, member.account)) {
        change_right(t, id, member.account, std::max(*has, member.right));
        return;
    }
    t.change(
        R"sql(INSERT INTO application_member (application, account, may, added) VALUES (:id, :account, :may, :added)
              ON CONFLICT DO NOTHING)sql",
        id,
        member.account,
        member.right,
        member.added);
}

bool change_right(kit::Transaction& t, Id<Application> id, Id<identity::Account> account, Right right) {
    return t.change(R"sql(UPDATE application_member SET may = :may WHERE application = :id AND account = :account)sql",
                    right,
                    id,
                    account) == 1;
}

bool remove_member(kit::Transaction& t, Id<Application> id, Id<identity::Account> account) {
    return t.change(R"sql(DELETE FROM application_member WHERE application = :id AND account = :account)sql",
                    id,
                    account) == 1;
}

std::vector<Member> members(kit::Transaction& t, Id<Application> id) {
    std::vector<Member> all;
    for (
        const auto& [account, right, added] : t.rows<Id<identity::Account>, Right, Instant>(
            R"sql(SELECT account, may, added FROM application_member WHERE application = :id ORDER BY added, account)sql",
            id)) {
        all.push_back({account, right, added, {}, {}});
        if (const auto known = identity::find_account(t, account)) {
            all.back().name = known->name;
            all.back().email = known->email;
        }
    }
    return all;
}

void hold_members(kit::Transaction& t, Id<Application> id) {
    t.change(R"sql(UPDATE application_member SET added = added WHERE application = :id)sql", id);
}

void put_invitation(
    kit::Transaction& t, Id<Application> application, const Invited& invited, const std::string& token, Instant now) {
    t.change(
        R"sql(INSERT INTO application_invitation (token, id, application, email, may, created, expires)
              VALUES (:token, :id, :application, :email, :may, :created, :expires))sql",
        token,
        invited.id,
        application,
        invited.email,
        invited.right,
        now,
        invited.expires);
}

std::vector<Invited> invitations(kit::Transaction& t, Id<Application> application, Instant now) {
    std::vector<Invited> all;
    for (auto& [id, email, right, expires] : t.rows<Id<Invitation>, std::string, Right, Instant>(
             R"sql(SELECT id, email, may, expires FROM application_invitation
                   WHERE application = :application AND used IS NULL AND expires >= :now ORDER BY id)sql",
             application,
             now)) {
        all.push_back({id, std::move(email), right, expires});
    }
    return all;
}

std::optional<Door> find_invitation(kit::Transaction& t, const std::string& token, Instant now) {
    const auto row = t.maybe<Id<Application>, Id<Invitation>, Right>(
        R"sql(SELECT application, id, may FROM application_invitation
              WHERE token = :token AND used IS NULL AND expires >= :now)sql",
        token,
        now);
    return row ? std::optional(Door{std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)}) : std::nullopt;
}

bool use_invitation(kit::Transaction& t, const std::string& token, Instant now) {
    return t.change(
               R"sql(UPDATE application_invitation SET used = :used WHERE token = :token AND used IS NULL AND expires >= :now)sql",
               now,
               token,
               now) == 1;
}

bool remove_invitation(kit::Transaction& t, Id<Application> application, Id<Invitation> id) {
    return t.change(
               R"sql(DELETE FROM application_invitation WHERE application = :application AND id = :id AND used IS NULL)sql",
               application,
               id) == 1;
}

}  // namespace vastin::application
