package io.sightings.job.sighting;

import io.sightings.contract.Sighting.Inquiry;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.job.ask.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a service was asked about a visitor.
 *
 * @param open questions without an answer
 * @param outcome of the last question that was answered; a later failure does not replace what the
 *     service once said. Null before the first
 * @param reason why there is no name; null with one
 * @param questions asked so far, those without an answer not counted
 * @param paidCalls what they cost
 * @param over the run at whose end the visit was over, while it waits for answers; null before
 */
public record Inquiries(
    List<OpenQuestion> open,
    Outcome outcome,
    String reason,
    int questions,
    double paidCalls,
    String over) {
  static final Inquiries NONE = new Inquiries(List.of(), null, null, 0, 0, null);

  Inquiries asking(List<OpenQuestion> more) {
    return more.isEmpty()
        ? this
        : new Inquiries(Lists.union(open, more), outcome, reason, questions, paidCalls, over);
  }

  Inquiries answered(Answer answer) {
    List<OpenQuestion> rest =
        open.stream().filter(question -> !question.id().equals(answer.question())).toList();
    if (!answer.wasAsked()) {
      return new Inquiries(rest, outcome, reason, questions, paidCalls, over);
    }
    boolean tells = answer.judged() || outcome == null || !outcome.judged();
    return new Inquiries(
        rest,
        tells ? answer.outcome() : outcome,
        tells ? answer.reason() : reason,
        questions + 1,
        paidCalls + answer.paidCalls(),
        over);
  }

  /** Questions about a track that turned out to be somebody else's. */
  List<OpenQuestion> about(String track) {
    return open.stream().filter(question -> question.track().equals(track)).toList();
  }

  Inquiries without(List<OpenQuestion> others) {
    List<OpenQuestion> rest = new ArrayList<>(open);
    rest.removeAll(others);
    return new Inquiries(List.copyOf(rest), outcome, reason, questions, paidCalls, over);
  }

  Inquiries over(String epoch) {
    return new Inquiries(open, outcome, reason, questions, paidCalls, epoch);
  }

  Inquiries and(Inquiries other) {
    boolean tells = outcome == null || (!outcome.judged() && other.outcome != null);
    return new Inquiries(
        Lists.union(open, other.open),
        tells ? other.outcome : outcome,
        tells ? other.reason : reason,
        questions + other.questions,
        paidCalls + other.paidCalls,
        over);
  }

  /** The question of this id; null if there is none. */
  OpenQuestion question(String id) {
    return open.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  boolean areOpen() {
    return !open.isEmpty();
  }

  /** Whether the first answer is still to come: who it is will be known in a moment. */
  boolean awaitTheFirst() {
    return outcome == null && areOpen();
  }

  /** In the contract's words, such as {@code lowQuality}. */
  static String label(Outcome outcome) {
    String[] words = outcome.name().toLowerCase(Locale.ROOT).split("_");
    for (int i = 1; i < words.length; i++) {
      words[i] = Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1);
    }
    return String.join("", words);
  }

  /** For the world; null where nothing was ever asked. */
  Inquiry told() {
    if (outcome == null && !areOpen()) {
      return null;
    }
    return new Inquiry(outcome == null ? "pending" : label(outcome), reason, questions, paidCalls);
  }
}
