package io.sightings.engine.azure.call;

import io.sightings.engine.azure.client.FaceAnswer;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceExchange;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.client.FaceOperation;
import io.sightings.engine.azure.client.FaceRequest;
import io.sightings.engine.azure.settings.BudgetSettings;
import io.sightings.engine.azure.settings.OutageSettings;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Sends the calls of a resource, each when its turn and the budget allow. All state belongs to one
 * loop, so hardly anything here needs a lock.
 */
final class Dispatcher implements AutoCloseable {
  private final String name;
  private final FaceExchange exchange;
  private final Loop loop;
  private final Executor answers;
  private final int parallel;
  private final Budget budget;
  private final Conduct conduct;
  private final CallQueue queue;
  private final CallCounter counter = new CallCounter();
  private final Set<CompletableFuture<FaceAnswer>> underWay = new HashSet<>();

  /** All that are not answered yet, so that closing leaves nobody waiting. */
  private final Set<Ticket> open = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;
  private long wakesAt = Long.MAX_VALUE;

  /**
   * @param name of the resource, for messages
   * @param exchange sends each call once
   * @param answers what follows an answer is done there
   */
  Dispatcher(
      String name,
      FaceExchange exchange,
      BudgetSettings budget,
      OutageSettings outage,
      Loop loop,
      Executor answers,
      RandomGenerator random) {
    this.name = name;
    this.exchange = exchange;
    this.loop = loop;
    this.answers = answers;
    this.parallel = budget.parallel();
    this.budget = new Budget(budget);
    this.conduct = new Conduct(name, outage, random);
    this.queue = new CallQueue(budget.queue());
  }

  CompletableFuture<FaceAnswer> submit(FaceRequest request, CallOptions options) {
    Ticket ticket = new Ticket(request, options, loop.nanos());
    open.add(ticket);
    ticket.answer.whenComplete(
        (answer, failure) -> {
          open.remove(ticket);
          if (ticket.answer.isCancelled()) {
            loop.soon(this::pump);
          }
        });
    loop.soon(() -> admit(ticket));
    if (closed) {
      refuseClosed(ticket);
    }
    return ticket.answer;
  }

  Availability availability() {
    return conduct.availability();
  }

  CallCounts counts() {
    return counter.counts();
  }

  /** Calls waiting or under way. */
  int load() {
    return open.size();
  }

  private void admit(Ticket ticket) {
    Ticket leaving = queue.add(ticket);
    if (leaving != null) {
      String what = queue.size() + " calls of " + name + " are waiting already";
      refuse(leaving, FaceFault.CROWDED, what);
    }
    pump();
  }

  /** Sends what can be sent, and sees to it that it is looked again when more can. */
  private void pump() {
    if (closed) {
      return;
    }
    long now = loop.nanos();
    turnAway(now);
    while (underWay.size() < parallel && now >= budget.nextAt() && conduct.lets(now)) {
      Ticket ticket = queue.next(now);
      if (ticket == null) {
        break;
      }
      send(ticket, now);
    }
    if (queue.size() > 0) {
      wake(now);
    }
  }

  /** Refuses those who cannot be served. */
  private void turnAway(long now) {
    queue.remove(ticket -> ticket.answer.isDone());
    for (Ticket late : queue.remove(ticket -> ticket.deadline <= now)) {
      String waited = late.options.patience().toSeconds() + " s";
      refuse(late, FaceFault.CROWDED, "it had no turn at " + name + " within " + waited);
    }
    if (budget.daySpent(loop.time())) {
      String what = "the day's " + budget.perDay() + " calls of " + name + " are spent";
      queue.remove(ticket -> true).forEach(each -> refuse(each, FaceFault.BUDGET_SPENT, what));
    }
    for (Ticket turned : queue.remove(ticket -> conduct.turnsAway(ticket.options, now))) {
      Availability away = availability();
      String what = name + " is left alone since " + away.since() + " (" + away.text() + ")";
      refuse(turned, FaceFault.AWAY, what);
    }
  }

  private void send(Ticket ticket, long now) {
    ticket.attempts++;
    Budget.Permit permit = budget.take(now, loop.time());
    conduct.sending();
    counter.sent(ticket.request.operation());
    ticket.options.tally().sent();
    CompletableFuture<FaceAnswer> sent = attempt(ticket.request);
    underWay.add(sent);
    ticket.answer.whenComplete((answer, failure) -> sent.cancel(true)); // where it was given up
    sent.whenComplete(
        (answer, failure) ->
            loop.soon(
                () -> {
                  underWay.remove(sent);
                  settle(ticket, permit, answer, failure);
                  pump();
                }));
  }

  private CompletableFuture<FaceAnswer> attempt(FaceRequest request) {
    try {
      return exchange.send(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(Ticket ticket, Budget.Permit permit, FaceAnswer answer, Throwable failure) {
    long now = loop.nanos();
    if (failure == null) {
      budget.answered(permit, now);
      conduct.well();
      answers.execute(() -> ticket.answer.complete(answer));
    } else if (ticket.answer.isDone()) {
      conduct.unknown(); // given up; when it reaches the service is not known either
    } else {
      settle(ticket, permit, fault(ticket.request.operation(), failure), now);
    }
  }

  private void settle(Ticket ticket, Budget.Permit permit, FaceException fault, long now) {
    counter.failed(ticket.request.operation(), fault.fault());
    if (!Charges.apply(fault.fault())) {
      ticket.options.tally().free();
    }
    if (fault.fault() == FaceFault.UNREACHABLE) {
      budget.unsent(permit);
    } else if (fault.status() > 0) {
      budget.answered(permit, now);
    }
    conduct.failed(fault, now, loop.time());
    ticket.notBefore = conduct.againAt(ticket, fault, now);
    if (ticket.notBefore < Long.MAX_VALUE) {
      queue.addAgain(ticket);
    } else {
      answers.execute(() -> ticket.answer.completeExceptionally(fault));
    }
  }

  private static FaceException fault(FaceOperation operation, Throwable failure) {
    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
    if (cause instanceof FaceException fault) {
      return fault;
    }
    String what = operation.words() + " failed (" + cause.getClass().getSimpleName() + ")";
    return new FaceException(operation, FaceFault.UNEXPECTED, what, cause);
  }

  private void refuse(Ticket ticket, FaceFault fault, String what) {
    FaceOperation operation = ticket.request.operation();
    FaceException refusal =
        new FaceException(operation, fault, operation.words() + " was not sent: " + what, null);
    answers.execute(() -> ticket.answer.completeExceptionally(refusal));
  }

  private void refuseClosed(Ticket ticket) {
    refuse(ticket, FaceFault.CLOSED, "the client of " + name + " is closed");
  }

  private void wake(long now) {
    long budgetAt = budget.nextAt() > now ? budget.nextAt() : Long.MAX_VALUE;
    long at = Math.min(Math.min(queue.soonest(now), budgetAt), conduct.changesAt(now));
    if (at < wakesAt) {
      wakesAt = at;
      loop.at(
          at,
          () -> {
            wakesAt = wakesAt == at ? Long.MAX_VALUE : wakesAt;
            pump();
          });
    }
  }

  /** Refuses what waits, and gives up what is under way. */
  @Override
  public void close() {
    closed = true;
    loop.close();
    open.forEach(this::refuseClosed);
  }
}
