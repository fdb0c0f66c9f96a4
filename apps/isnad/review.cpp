// SPDX-License-Identifier: Apache-2.0
// `isnad review`: a person's word on an incident or on two claims, and the log of such words.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

constexpr size_t kMostLines = 10000;

struct ReviewOptions {
  std::string database;
  std::optional<std::string> incident;
  std::vector<std::string> same, different;
  std::optional<std::string> grade, status;
  std::string reason, by;
  int undo = 0;
};

int refused(const Error& error) {
  say(describe(error));
  return error.code == ErrorCode::kBadValue ? kSomeNotRead : kNotUsable;
}

std::string line_of(const ReviewLine& review) {
  std::string line = std::to_string(review.action) + "\t" + review.at + "\t" + review.by + "\t" +
                     review.kind + (review.field.empty() ? "" : " " + review.field) +
                     (review.value.empty() ? "" : " " + review.value);
  if (!review.claim_a.empty()) line += " " + review.claim_a + " " + review.claim_b;
  if (review.undoes != 0) line += " of " + std::to_string(review.undoes);
  return line + "\t" + review.reason + (review.active ? "" : "\tundone") + "\n";
}

int list_reviews(Store& store, const std::string& incident) {
  const auto known = store.incident(incident);
  if (!known) return refused(known.error());
  if (!*known) {
    say(incident + ": no such incident in this database; isnad incidents lists them");
    return kSomeNotRead;
  }
  const auto reviews = store.reviews(incident, kMostLines);
  if (!reviews) return refused(reviews.error());
  std::string out;  // the oldest first, as they were said
  for (auto review = reviews->rbegin(); review != reviews->rend(); ++review)
    out += line_of(*review);
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (reviews->empty()) say("nobody has reviewed " + (*known)->id);
  return kDone;
}

int judge_pair(Store& store, const ReviewOptions& options) {
  const bool same = !options.same.empty();
  const auto& pair = same ? options.same : options.different;
  if (pair.size() != 2) {
    say("--same and --different take two claims; see isnad compare --to jsonl for their ids");
    return kBadUsage;
  }
  const auto done = store.judge(pair[0], pair[1], same, options.by, options.reason, utc_now());
  return done ? kDone : refused(done.error());
}

int review_incident(Store& store, const ReviewOptions& options) {
  const auto decide = [&](std::string kind, std::string value) {
    const auto done = store.decide({std::move(kind), *options.incident, "", "", std::move(value)},
                                   {options.by, options.reason, utc_now()});
    return done ? kDone : refused(done.error());
  };
  if (options.grade) {
    if (const int status = decide("grade", *options.grade); status != kDone) return status;
  }
  if (options.status) return decide("status", *options.status);
  return options.grade ? kDone : decide("comment", "");
}

int run_review(const ReviewOptions& options) {
  const bool pair = !options.same.empty() || !options.different.empty();
  const bool speaks =
      pair || options.grade || options.status || options.undo > 0 || !options.reason.empty();
  if (!pair && options.undo == 0 && !options.incident) {
    say("name an incident, two claims with --same or --different, or a review to --undo");
    return kBadUsage;
  }
  if (speaks && (options.by.empty() || options.reason.empty())) {
    say("a review needs --by NAME and --reason TEXT: both stay in the log");
    return kBadUsage;
  }
  auto store = open_store(options.database, speaks ? OpenMode::kWrite : OpenMode::kRead);
  if (!store) return kNotUsable;
  if (!speaks) return list_reviews(*store, *options.incident);
  if (options.undo > 0) {
    const auto done = store->undo(options.undo, false, {options.by, options.reason, utc_now()});
    return done ? kDone : refused(done.error());
  }
  return pair ? judge_pair(*store, options) : review_incident(*store, options);
}

}  // namespace

Command review_command() {
  const auto options = std::make_shared<ReviewOptions>();
  Command command;
  command.name = "review";
  command.summary = "Say what you think of an incident, or list what was said";
  command.examples =
      "  isnad review ISN-7Q4K2M --db desk.isnad\n"
      "  isnad review ISN-7Q4K2M --grade fair --status checked --by Huda --reason 'read all "
      "four' --db desk.isnad\n"
      "  isnad review --different a#c1 b#c2 --by Huda --reason 'two strikes' --db desk.isnad\n"
      "  isnad review --undo 3 --by Huda --reason 'wrong incident' --db desk.isnad";
  command.arguments = {
      {"ID", "ID", "An incident's name; alone, its reviews are listed", &options->incident},
      database_argument(options->database),
      {"--grade",
       "GRADE",
       "The grade you give in place of the proposed one",
       &options->grade,
       {"confirmed", "fair", "weak", "contested", "discounted"}},
      {"--status",
       "STATUS",
       "How far its review has come",
       &options->status,
       {"unreviewed", "assigned", "checked", "second-check", "final", "needs-work",
        "out-of-scope"}},
      {"--same", "CLAIM", "Two claims that tell the same event", &options->same},
      {"--different", "CLAIM", "Two claims that tell different events", &options->different},
      {"--undo",
       "N",
       "The number of a review whose effect to take back",
       &options->undo,
       {},
       false,
       1},
      {"--by", "NAME", "Who says it", &options->by},
      {"--reason", "TEXT", "Why; with an incident and nothing else, a comment", &options->reason},
  };
  command.run = [options] { return run_review(*options); };
  return command;
}

}  // namespace isnad
