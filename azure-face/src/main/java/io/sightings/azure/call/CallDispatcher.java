package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceExchange;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.azure.settings.OutageSettings;
import java.time.Duration;
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
final class CallDispatcher implements AutoCloseable {
  private final FaceExchange exchange;
  private final EventLoop loop;
  private final Executor answers;
  private final int parallel;
  private final RateBudget budget;
  private final ResourceHealth conduct;
  private final CallRejector refusals;
  private final CallQueue queue;
  private final CallCounter counter = new CallCounter();
  private final Set<CompletableFuture<FaceResponse>> underWay = new HashSet<>();

  /** All that are not answered yet, so that closing completes every caller. */
  private final Set<PendingCall> open = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;
  private long wakesAt = Long.MAX_VALUE;

  /**
   * @param name of the resource, for messages
   * @param exchange sends each call once
   * @param answers what follows an answer is done there
   */
  CallDispatcher(
      String name,
      FaceExchange exchange,
      BudgetSettings budget,
      OutageSettings outage,
      EventLoop loop,
      Executor answers,
      RandomGenerator random) {
    this.exchange = exchange;
    this.loop = loop;
    this.answers = answers;
    this.parallel = budget.parallel();
    this.budget = new RateBudget(budget);
    this.conduct = new ResourceHealth(name, outage, random);
    this.refusals = new CallRejector(name, answers);
    this.queue = new CallQueue(budget.queue());
  }

  CompletableFuture<FaceResponse> submit(FaceRequest request, CallOptions options) {
    PendingCall ticket = new PendingCall(request, options, loop.nanos());
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
      refusals.closed(ticket);
    }
    return ticket.answer;
  }

  ResourceAvailability availability() {
    return conduct.availability();
  }

  CallCounts counts() {
    return counter.counts();
  }

  /** Completes after a while; never once this is closed. */
  CompletableFuture<Void> after(Duration pause) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    loop.at(loop.nanos() + pause.toNanos(), () -> answers.execute(() -> over.complete(null)));
    return over;
  }

  /** Calls waiting or under way. */
  int load() {
    return open.size();
  }

  private void admit(PendingCall ticket) {
    PendingCall leaving = queue.add(ticket);
    if (leaving != null) {
      refusals.crowded(leaving, queue.size());
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
    while (underWay.size() < parallel && now >= budget.nextAt(1)) {
      PendingCall ticket = queue.next(now, waiting -> conduct.lets(waiting, now));
      // A less urgent call that needs fewer places does not overtake, or this one might never go.
      if (ticket == null || now < budget.nextAt(arrivals(ticket))) {
        break;
      }
      queue.remove(ticket);
      send(ticket, now);
    }
    if (queue.size() > 0) {
      wake(now);
    }
  }

  /** Refuses those who cannot be served. */
  private void turnAway(long now) {
    queue.remove(ticket -> ticket.answer.isDone());
    queue
        .remove(ticket -> ticket.deadline <= now)
        .forEach(late -> refusals.late(late, availability()));
    if (budget.daySpent(loop.time())) {
      queue.remove(ticket -> true).forEach(each -> refusals.daySpent(each, budget.perDay()));
    }
    queue
        .remove(ticket -> conduct.turnsAway(ticket, now))
        .forEach(turned -> refusals.away(turned, availability()));
  }

  private void send(PendingCall ticket, long now) {
    ticket.attempts++;
    RateBudget.Permit permit = budget.take(now, loop.time(), arrivals(ticket));
    long call = conduct.sending();
    counter.sent(ticket.request.operation());
    ticket.options.tally().sent(ticket.request.operation());
    CompletableFuture<FaceResponse> sent = attempt(ticket.request);
    underWay.add(sent);
    ticket.answer.whenComplete((answer, failure) -> sent.cancel(true)); // where it was given up
    sent.whenComplete(
        (answer, failure) ->
            loop.soon(
                () -> {
                  underWay.remove(sent);
                  settle(ticket, call, permit, answer, failure);
                  pump();
                }));
  }

  private CompletableFuture<FaceResponse> attempt(FaceRequest request) {
    try {
      return exchange.send(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(
      PendingCall ticket,
      long call,
      RateBudget.Permit permit,
      FaceResponse answer,
      Throwable failure) {
    long now = loop.nanos();
    if (failure == null) {
      budget.answered(permit, now);
      conduct.well(ticket.options);
      answers.execute(() -> ticket.answer.complete(answer));
    } else if (ticket.answer.isDone()) {
      budget.ended(permit, now);
      conduct.unknown(call); // given up; when it reaches the service is not known either
    } else {
      settle(ticket, call, permit, fault(ticket.request.operation(), failure), now);
    }
  }

  private void settle(
      PendingCall ticket, long call, RateBudget.Permit permit, FaceException fault, long now) {
    counter.failed(ticket.request.operation(), fault.fault());
    ticket.options.tally().failed(ticket.request.operation(), fault.fault());
    if (fault.fault() == FaceErrorKind.UNREACHABLE) {
      budget.unsent(permit);
    } else if (fault.status() > 0) {
      budget.answered(permit, now);
    } else {
      budget.ended(permit, now);
    }
    conduct.failed(call, ticket.options, fault, now, loop.time());
    ticket.notBefore = conduct.againAt(ticket, fault, now);
    if (ticket.notBefore < Long.MAX_VALUE) {
      queue.addAgain(ticket);
    } else {
      answers.execute(() -> ticket.answer.completeExceptionally(fault));
    }
  }

  private static FaceException fault(FaceOperation operation, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof FaceException fault) {
      return fault;
    }
    String what = operation.words() + " failed (" + cause.getClass().getSimpleName() + ")";
    return new FaceException(operation, FaceErrorKind.UNEXPECTED, what, cause);
  }

  private void wake(long now) {
    long at =
        Math.min(roomAt(now), queue.soonest(now, waiting -> conduct.sendableAt(waiting, now)));
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

  /** When the budget has room for more than it has now; Long.MAX_VALUE for not before an answer. */
  private long roomAt(long now) {
    long one = budget.nextAt(1);
    long two = budget.nextAt(2);
    return one > now ? one : two > now ? two : Long.MAX_VALUE;
  }

  private static int arrivals(PendingCall ticket) {
    return ticket.request.operation().maxArrivals();
  }

  /** Refuses what waits, and gives up what is under way. */
  @Override
  public void close() {
    closed = true;
    loop.close();
    open.forEach(refusals::closed);
  }
}
