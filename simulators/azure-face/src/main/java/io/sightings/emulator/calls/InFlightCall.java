package io.sightings.emulator.calls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call that is being answered. */
public final class InFlightCall {
  private final InstantSource clock;
  private final AtomicReference<RecordedCall> call;

  InFlightCall(RecordedCall call, InstantSource clock) {
    this.clock = clock;
    this.call = new AtomicReference<>(call);
  }

  /** Its body has been read. */
  public void body(long bytes) {
    call.updateAndGet(each -> each.withBytes(bytes));
  }

  public void befallen(Object fault) {
    call.updateAndGet(each -> each.withFault(fault.toString()));
  }

  /** The rate limit has let it through. */
  public void paid() {
    call.updateAndGet(each -> each.withPaid(true));
  }

  public void answered(int status, @Nullable String code) {
    Instant now = clock.instant();
    call.updateAndGet(each -> each.withEnded(now).withStatus(status).withCode(code));
  }

  /** Its connection was ended without a full answer. */
  public void dropped() {
    answered(0, null);
  }

  public String requestId() {
    return recorded().requestId();
  }

  RecordedCall recorded() {
    return Objects.requireNonNull(call.get());
  }
}
