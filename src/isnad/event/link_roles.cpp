// SPDX-License-Identifier: Apache-2.0
// For each role the candidates and nobody share out the chances; the likeliest takes the role, and
// with it whoever is nearly as likely.
#include "isnad/event/link_roles.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "isnad/event/party_span.h"

namespace isnad {
namespace {

// Chances of one role: of each candidate and, last, of nobody.
struct Chances {
  std::vector<float> of;
  float nobody_times = 1;  // a party must be so many times as likely as nobody
  float others_times = 1;  // a further one so many times as likely as the likeliest

  [[nodiscard]] float nobody() const { return of.back(); }
  [[nodiscard]] size_t candidates() const { return of.size() - 1; }

  void share_out() {
    const float top = *std::max_element(of.begin(), of.end());
    float sum = 0;
    for (float& chance : of) sum += chance = std::exp(chance - top);
    for (float& chance : of) chance /= sum;
  }

  // The likeliest but for those of a range.
  [[nodiscard]] std::optional<size_t> best(std::pair<size_t, size_t> but = {1, 0}) const {
    std::optional<size_t> found;
    for (size_t i = 0; i < candidates(); ++i) {
      const bool barred = but.first <= i && i <= but.second;
      if (!barred && of[i] >= nobody_times * nobody() && (!found || of[i] > of[*found])) found = i;
    }
    return found;
  }
};

class Linker {
 public:
  Linker(const RoleSetting& setting, const ToldEvent& event, const RoleWeights& weights)
      : in_(setting),
        event_(event),
        weights_(weights),
        candidates_(role_candidates(setting, event)) {
    agent_.nobody_times = weights.nobody().agent;
    agent_.others_times = weights.others().agent;
    recipient_.nobody_times = weights.nobody().recipient;
    recipient_.others_times = weights.others().recipient;
  }

  LinkedRoles run(std::vector<std::string>* evidence) {
    weigh(evidence);
    auto agent = sure(Role::kAgent);
    const bool settled = agent.has_value();
    if (!settled) agent = agent_.best();
    auto recipient = recipient_.best();
    // Nobody does it to himself, nor to those he is joined to: the likelier role keeps him.
    if (agent && recipient && are_one(*agent, *recipient)) {
      if (settled || agent_.of[*agent] >= recipient_.of[*recipient])
        recipient = recipient_.best(coordination(*agent));
      else
        agent = agent_.best(coordination(*recipient));
    }
    if (!agent) agent = built_agent();
    if (agent && recipient && are_one(*agent, *recipient))
      recipient = recipient_.best(coordination(*agent));
    if (agent && recipient && are_one(*agent, *recipient)) recipient.reset();
    LinkedRoles out;
    if (settled)
      take_joined(*agent, out.agents);
    else if (agent)
      take(agent_, *agent, recipient, out.agents, out.agent_elsewhere);
    if (recipient) take(recipient_, *recipient, agent, out.recipients, out.recipient_elsewhere);
    return out;
  }

 private:
  void weigh(std::vector<std::string>* evidence) {
    FeatureList features;
    for (size_t i = 0; i < candidates_.size(); ++i) {
      describe_candidate(in_, event_, candidates_, i, features);
      if (evidence != nullptr)
        evidence->push_back(line("candidate" + where(candidates_[i]), features));
      add(features);
    }
    describe_nobody(in_, event_, candidates_, features);
    if (evidence != nullptr) evidence->push_back(line("nobody", features));
    add(features);
    agent_.share_out();
    recipient_.share_out();
  }

  void add(const FeatureList& features) {
    const auto score = weights_.score(features);
    agent_.of.push_back(score.agent);
    recipient_.of.push_back(score.recipient);
  }

  [[nodiscard]] std::string where(const RoleCandidate& candidate) const {
    const auto span = party_span(in_.syntax, in_.given, candidate.tokens);
    return " " + std::to_string(span.begin) + " " + std::to_string(span.end) +
           (candidate.elsewhere ? " elsewhere" : " here");
  }

  static std::string line(std::string out, const FeatureList& features) {
    for (size_t i = 0; i < features.size(); ++i) {
      out += ' ';
      out += features[i];
    }
    return out;
  }

  void take(const Chances& chances, size_t best, std::optional<size_t> other,
            std::vector<TokenSpan>& here, TokenSpan& elsewhere) const {
    if (candidates_[best].elsewhere) elsewhere = candidates_[best].tokens;
    const float least =
        std::max(chances.others_times * chances.of[best], chances.nobody_times * chances.nobody());
    const auto [first, last] = coordination(best);
    for (size_t i = 0; i < candidates_.size(); ++i) {
      const bool taken =
          (first <= i && i <= last) || (chances.of[i] >= least && i != other && !is_again(i, best));
      if (taken && !candidates_[i].elsewhere) here.push_back(candidates_[i].tokens);
    }
  }

  void take_joined(size_t one, std::vector<TokenSpan>& here) const {
    const auto [first, last] = coordination(one);
    for (size_t i = first; i <= last; ++i) here.push_back(candidates_[i].tokens);
  }

  // Whom the construction puts in the role beyond doubt.
  [[nodiscard]] std::optional<size_t> sure(Role role) const {
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].rule == role && candidates_[i].sure) return i;
    }
    return std::nullopt;
  }

  // A party that construction makes the agent stays it where the weights know of nobody better.
  [[nodiscard]] std::optional<size_t> built_agent() const {
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].rule == Role::kAgent && candidates_[i].actor != nullptr) return i;
    }
    return std::nullopt;
  }

  // "the army and the militia": parties of one construction joined by and go together. The first
  // and the last of them.
  [[nodiscard]] std::pair<size_t, size_t> coordination(size_t best) const {
    std::pair<size_t, size_t> range{best, best};
    while (range.first > 0 && joined(range.first - 1)) --range.first;
    while (range.second + 1 < candidates_.size() && joined(range.second)) ++range.second;
    return range;
  }

  [[nodiscard]] bool are_joined(size_t one, size_t other) const {
    const auto [first, last] = coordination(one);
    return first <= other && other <= last;
  }

  // Joined, or one party told twice: "the resistance …, the resistance had …".
  [[nodiscard]] bool are_one(size_t one, size_t other) const {
    return are_joined(one, other) || is_again(one, other);
  }

  // A named party, or a definite word for one that stands in both places alone.
  [[nodiscard]] bool is_again(size_t one, size_t other) const {
    const auto& a = candidates_[one];
    const auto& b = candidates_[other];
    if (a.actor == nullptr || b.actor == nullptr) return false;
    if (a.actor->kind == ActorKind::kPerson || b.actor->kind == ActorKind::kPerson) return false;
    const auto word = in_.syntax.folded(a.actor->head);
    return a.tokens.size() == 1 && b.tokens.size() == 1 && in_.syntax.is_definite(a.actor->head) &&
           word == in_.syntax.folded(b.actor->head);
  }

  // Is the next candidate joined to this one?
  [[nodiscard]] bool joined(size_t index) const {
    const auto& left = candidates_[index];
    const auto& right = candidates_[index + 1];
    return !left.elsewhere && !right.elsewhere &&
           in_.syntax.after_brackets(left.tokens.end) == right.tokens.begin &&
           left.rule == right.rule && left.rule != Role::kNone && left.actor != nullptr &&
           right.actor != nullptr &&
           (in_.syntax.proclitics(right.tokens.begin) & kConjunction) != 0;
  }

  const RoleSetting& in_;
  const ToldEvent& event_;
  const RoleWeights& weights_;
  std::vector<RoleCandidate> candidates_;
  Chances agent_, recipient_;
};

}  // namespace

LinkedRoles link_roles(const RoleSetting& setting, const ToldEvent& event,
                       const RoleWeights& weights, std::vector<std::string>* evidence) {
  return Linker(setting, event, weights).run(evidence);
}

}  // namespace isnad
