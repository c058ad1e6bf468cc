package io.sightings.azure.identify;

/** A failure and what it cost. */
final class PaidException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final double paid;

  PaidException(Throwable cause, double paid) {
    super(cause.getMessage(), cause);
    this.paid = paid;
  }

  double paid() {
    return paid;
  }
}
