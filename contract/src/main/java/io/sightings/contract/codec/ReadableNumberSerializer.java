package io.sightings.contract.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes floats and doubles with the digits that a measurement has: five significant ones, at most
 * four of them behind the point. 0.699999988079071, which is a float of 0.7 widened to a double,
 * becomes 0.7.
 *
 * <p>Numbers nearer to 0 than {@link #MIN_FIXED} are rates, and keep three significant digits. A
 * point is always written, so that readers that infer types see one type. Rounding twice changes
 * nothing.
 */
final class ReadableNumberSerializer extends JsonSerializer<Number> {
  private static final int MAX_DECIMALS = 4;
  private static final int MAX_DIGITS = 5;
  private static final BigDecimal MIN_FIXED = new BigDecimal("0.001");
  private static final MathContext RATE = new MathContext(3, RoundingMode.HALF_UP);

  @Override
  public void serialize(Number number, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (Double.isFinite(number.doubleValue())) {
      // The shortest text of a float is not that of the same number as a double.
      out.writeNumber(rounded(new BigDecimal(number.toString())));
    } else {
      out.writeNumber(number.doubleValue());
    }
  }

  private static BigDecimal rounded(BigDecimal exact) {
    BigDecimal shown = exact;
    if (exact.abs().compareTo(MIN_FIXED) < 0) {
      shown = exact.round(RATE);
    } else {
      int before = exact.precision() - exact.scale();
      int decimals = Math.max(0, Math.min(MAX_DECIMALS, MAX_DIGITS - before));
      shown = exact.setScale(decimals, RoundingMode.HALF_UP);
    }
    BigDecimal plain = shown.stripTrailingZeros();
    return plain.scale() < 1 ? plain.setScale(1) : plain;
  }
}
