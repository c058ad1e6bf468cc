package io.sightings.azure.identify;

/** A failure and what it cost. */
final class PaidCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final double paid;

  PaidCallException(Throwable cause, double paid) {
    super(cause.getMessage(), cause);
    this.paid = paid;
  }

  double paid() {
    return paid;
  }
}
