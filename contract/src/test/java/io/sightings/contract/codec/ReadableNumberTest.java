package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0.699999988079071, 0.7", // 0.7f as a double
    "0.72345678, 0.7235",
    "-0.04996, -0.05",
    "1, 1.0",
    "0, 0.0",
    "-2.5, -2.5",
    "12.345678, 12.346",
    "1234.5678, 1234.6",
    "123456.7, 123457.0",
    "0.00012345, 0.000123",
    "0.000001, 0.000001",
    "1.23456E-12, 1.23E-12"
  })
  void aNumberHasTheDigitsOfAMeasurement(double number, String text) {
    assertThat(written(number)).isEqualTo(text);
    assertThat(written(Double.parseDouble(text))).as("written again").isEqualTo(text);
  }

  @Test
  void aFloatIsWrittenAsTheFloatItIs() {
    assertThat(written(0.002f)).isEqualTo("0.002");
    assertThat(written(new FaceBox(0.1f, 1033.7001f, 64.333336f, 80.25f)))
        .isEqualTo("{\"x\":0.1,\"y\":1033.7,\"width\":64.333,\"height\":80.25}");
  }

  @Test
  void aSimilarityMeasuredAsAFloatHasFourDecimalsInTheRecord() {
    Sighting.RunnerUp widened = new Sighting.RunnerUp("bob", "Bob", 0.7f, null);
    assertThat(written(widened)).endsWith("\"similarity\":0.7}");
  }

  private static String written(Object thing) {
    return new String(Json.write(thing), UTF_8);
  }
}
