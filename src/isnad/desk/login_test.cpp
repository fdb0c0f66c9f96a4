// SPDX-License-Identifier: Apache-2.0
// Passwords, one-time codes, sessions, the count of failures, masked answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/desk/login_guard.h"
#include "isnad/desk/mask_answer.h"
#include "isnad/desk/one_time_code.h"
#include "isnad/desk/password.h"
#include "isnad/desk/session_table.h"

namespace isnad {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Password, IsKnownAgainAndNeverKept) {
  const auto hash = hash_password("a long pass phrase");
  ASSERT_TRUE(hash);
  EXPECT_THAT(*hash, StartsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
  EXPECT_THAT(*hash, Not(HasSubstr("phrase")));
  EXPECT_TRUE(is_password("a long pass phrase", *hash));
  EXPECT_FALSE(is_password("a long pass phrasE", *hash));
  EXPECT_FALSE(is_password("", *hash));
  EXPECT_FALSE(is_password("anything at all", ""));
  EXPECT_NE(*hash, *hash_password("a long pass phrase"));  // salted
  EXPECT_FALSE(hash_password("eleven char"));
  EXPECT_TRUE(hash_password("صنعاء القديمة"));  // Old Sanaa: thirteen letters
  EXPECT_FALSE(hash_password(std::string(1001, 'x')));
}

TEST(Password, TokensAreLongAndNeverTheSame) {
  EXPECT_EQ(random_token().size(), 43U);
  EXPECT_NE(random_token(), random_token());
  EXPECT_EQ(random_token().find_first_of("+/=; "), std::string::npos);
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
    text += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
  }
  return text;
}

TEST(OneTimeCode, Sha1IsThatOfFips180) {
  EXPECT_EQ(hex(sha1("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(hex(sha1("")), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  EXPECT_EQ(hex(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
}

// RFC 6238, appendix B, the last six of its eight digits.
TEST(OneTimeCode, IsThatOfRfc6238) {
  const std::string secret = "12345678901234567890";
  for (const auto& [seconds, code] : {std::pair<int64_t, const char*>{59, "287082"},
                                      {1111111109, "081804"},
                                      {1111111111, "050471"},
                                      {1234567890, "005924"},
                                      {2000000000, "279037"},
                                      {20000000000, "353130"}})
    EXPECT_EQ(one_time_code(secret, seconds / 30), code) << seconds;
}

TEST(OneTimeCode, ItsNeighboursCountAndNoOthers) {
  const std::string secret = "12345678901234567890";
  const std::string code = one_time_code(secret, 100);
  for (int64_t step = 97; step <= 103; ++step)
    EXPECT_EQ(step_of_code(secret, code, step * 30).has_value(), step >= 99 && step <= 101) << step;
  EXPECT_EQ(step_of_code(secret, code, 99 * 30), 100);
  for (const char* bad : {"", "12345", "1234567", "abcdef"})
    EXPECT_FALSE(step_of_code(secret, bad, 3000)) << bad;
}

TEST(OneTimeCode, Base32IsThatOfRfc4648) {
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(from_base32("MZXW6YTBOI"), "foobar");
  EXPECT_FALSE(from_base32("MZX1"));
  EXPECT_EQ(otpauth_address("A b", "MZXW"), "otpauth://totp/Isnad:A%20b?secret=MZXW&issuer=Isnad");
}

TEST(SessionTable, EndsWhatNobodyUsesAndWhatIsOld) {
  SessionTable table;
  const std::string token = table.begin(1, 1, 1000);
  EXPECT_TRUE(table.find(token, 1000 + SessionTable::kIdle));
  EXPECT_FALSE(table.find(token, 1001 + 2 * SessionTable::kIdle));
  EXPECT_FALSE(table.find("", 1000));
  const std::string busy = table.begin(1, 1, 0);
  for (int64_t now = 0; now <= SessionTable::kLongest; now += 3600)
    EXPECT_TRUE(table.find(busy, now)) << now;
  EXPECT_FALSE(table.find(busy, SessionTable::kLongest + 1));
}

TEST(SessionTable, OneUserHasOnlySoMany) {
  SessionTable table;
  const std::string other = table.begin(2, 1, 0);
  const std::string first = table.begin(1, 1, 0);
  for (size_t i = 0; i < SessionTable::kMostOfUser; ++i)
    EXPECT_FALSE(table.begin(1, 1, static_cast<int64_t>(i) + 1).empty());
  EXPECT_FALSE(table.find(first, 30));
  EXPECT_TRUE(table.find(other, 30));
}

TEST(LoginGuard, LocksAfterFailuresAndOpensAgain) {
  LoginGuard guard;
  for (int i = 0; i < LoginGuard::kOfBoth; ++i) {
    EXPECT_EQ(guard.wait("huda", "10.0.0.1", i), 0);
    EXPECT_EQ(guard.failed("huda", "10.0.0.1", i), i + 1 == LoginGuard::kOfBoth);
  }
  EXPECT_GT(guard.wait("huda", "10.0.0.1", 10), 800);
  EXPECT_EQ(guard.wait("huda", "10.0.0.2", 10), 0);  // its bearer, elsewhere
  EXPECT_EQ(guard.wait("huda", "10.0.0.1", 10 + LoginGuard::kSeconds), 0);
}

TEST(LoginGuard, CountsNamesAndAddressesAlone) {
  LoginGuard guard;
  for (int i = 0; i < LoginGuard::kOfAddress; ++i)
    guard.failed("name" + std::to_string(i), "10.0.0.1", 0);
  EXPECT_GT(guard.wait("another", "10.0.0.1", 1), 0);
  for (int i = 0; i < LoginGuard::kOfName; ++i) guard.failed("huda", std::to_string(i), 0);
  EXPECT_GT(guard.wait("huda", "10.0.0.9", 1), 0);
}

TEST(LoginGuard, AnAttackDoesNotFillTheMemory) {
  LoginGuard guard;
  for (int i = 0; i < 60000; ++i) guard.failed(std::to_string(i % 7), std::to_string(i), 1);
  EXPECT_GT(guard.wait("3", "x", 2), 0);
}

TEST(MaskAnswer, LeavesOutPrivateNamesAndSentences) {
  const auto masked = masked_answer(
      R"({"title": "Salim saw it", "accounts": [{"narrator": "Salim", "kind": "witness"},
          {"narrator": "Agency", "kind": "agency"}], "fields": {"agent": [{"value": "army",
          "code": "SYR MIL", "narrators": ["Salim"]}, {"value": "Karim", "code": null}],
          "killed": [{"value": "7", "code": null, "quote": "Salim said seven"}]},
          "note": "as Salim says", "score": 1.5, "many": [1, true, null]})");
  ASSERT_TRUE(masked);
  EXPECT_THAT(*masked, Not(HasSubstr("Salim")));
  EXPECT_THAT(*masked, Not(HasSubstr("Karim")));
  EXPECT_THAT(*masked, HasSubstr(R"("value":"army")"));
  EXPECT_THAT(*masked, HasSubstr(R"("value":"7")"));
  EXPECT_THAT(*masked, HasSubstr(R"("narrator":"Agency")"));
  EXPECT_THAT(*masked, HasSubstr(R"("title":null)"));
  EXPECT_THAT(*masked, HasSubstr(R"("score":1.5,"many":[1,true,null])"));
  EXPECT_FALSE(masked_answer("{"));
}

}  // namespace
}  // namespace isnad
