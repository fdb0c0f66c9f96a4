// SPDX-License-Identifier: Apache-2.0
// `isnad review`: a person's word on an incident or on two claims, and the log of such words.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

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

std::string line_of(const ReviewRow& review) {
  std::string line = std::to_string(review.id) + "\t" + review.at + "\t" + review.by + "\t" +
                     review.kind + (review.value.empty() ? "" : " " + review.value);
  if (!review.claim_a.empty()) line += " " + review.claim_a + " " + review.claim_b;
  return line + "\t" + review.reason + (review.undone ? "\tundone" : "") + "\n";
}

int list_reviews(Store& store, const std::string& incident) {
  const auto known = store.incident(incident);
  if (!known) return refused(known.error());
  if (!*known) {
    say(incident + ": no such incident in this database; isnad incidents lists them");
    return kSomeNotRead;
  }
  const auto reviews = store.reviews(incident);
  if (!reviews) return refused(reviews.error());
  std::string out;
  for (const ReviewRow& review : *reviews) out += line_of(review);
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
  IncidentReview review;
  review.incident = *options.incident;
  review.by = options.by;
  review.reason = options.reason;
  review.at = utc_now();
  if (options.grade) {
    review.kind = ReviewKind::kGrade;
    review.value = *options.grade;
    if (const auto done = store.review(review); !done) return refused(done.error());
  }
  if (options.status) {
    review.kind = ReviewKind::kStatus;
    review.value = *options.status;
    if (const auto done = store.review(review); !done) return refused(done.error());
  }
  if (options.grade || options.status) return kDone;
  const auto done = store.review(review);  // a comment
  return done ? kDone : refused(done.error());
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
    const auto done = store->undo_review(options.undo, options.by, options.reason, utc_now());
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
