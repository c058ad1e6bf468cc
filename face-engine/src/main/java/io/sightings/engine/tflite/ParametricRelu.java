package io.sightings.engine.tflite;

import io.sightings.engine.tflite.TfliteModel.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parametric ReLU. TensorFlow has no operator for it and writes {@code relu(x) + c (x - |x|)} or
 * {@code relu(x) + c (-relu(-x))}.
 *
 * @param input x, an index of a tensor
 * @param slopes what negative values of each channel are multiplied with
 * @param parts the operators it is made of, besides the final addition
 */
record ParametricRelu(int input, float[] slopes, List<Operator> parts) {

  /** Finds those of one model. */
  static final class Finder {
    private final TfliteModel model;
    private final Map<Integer, Operator> makers = new HashMap<>();

    Finder(TfliteModel model) {
      this.model = model;
      model.operators().forEach(operator -> makers.put(operator.output(), operator));
    }

    /** The parametric ReLU that this operator completes. */
    Optional<ParametricRelu> completedBy(Operator sum) {
      if (sum.code() != TfliteOperators.ADD || sum.inputs().length != 2) {
        return Optional.empty();
      }
      return of(sum.input(0), sum.input(1)).or(() -> of(sum.input(1), sum.input(0)));
    }

    private Optional<ParametricRelu> of(int positive, int negative) {
      Operator relu = maker(positive, TfliteOperators.RELU);
      Operator product = maker(negative, TfliteOperators.MUL);
      if (relu == null || product == null) {
        return Optional.empty();
      }
      int constant = model.tensor(product.input(0)).constant() ? 0 : 1;
      int other = product.input(1 - constant);
      if (!model.tensor(product.input(constant)).constant()) {
        return Optional.empty();
      }
      float[] slopes = model.tensor(product.input(constant)).floats();
      int x = relu.input(0);
      return difference(x, other, slopes, relu, product)
          .or(() -> negated(x, other, slopes, relu, product));
    }

    /** x - |x| is twice a negative x. */
    private Optional<ParametricRelu> difference(
        int x, int tensor, float[] factors, Operator relu, Operator product) {
      Operator difference = maker(tensor, TfliteOperators.SUB);
      if (difference == null || difference.input(0) != x) {
        return Optional.empty();
      }
      Operator absolute = maker(difference.input(1), TfliteOperators.ABS);
      if (absolute == null || absolute.input(0) != x) {
        return Optional.empty();
      }
      float[] slopes = factors.clone();
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] *= 2;
      }
      return Optional.of(
          new ParametricRelu(x, slopes, List.of(relu, product, difference, absolute)));
    }

    private Optional<ParametricRelu> negated(
        int x, int tensor, float[] slopes, Operator relu, Operator product) {
      Operator outer = maker(tensor, TfliteOperators.NEG);
      Operator inner = outer == null ? null : maker(outer.input(0), TfliteOperators.RELU);
      Operator first = inner == null ? null : maker(inner.input(0), TfliteOperators.NEG);
      return first == null || first.input(0) != x
          ? Optional.empty()
          : Optional.of(new ParametricRelu(x, slopes, List.of(relu, product, outer, inner, first)));
    }

    private @Nullable Operator maker(int tensor, int code) {
      Operator operator = makers.get(tensor);
      return operator != null && operator.code() == code ? operator : null;
    }
  }
}
