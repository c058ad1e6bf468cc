/**
 * Converts TFLite models to ONNX: the operators of MobileFaceNet and of MTCNN's O-Net, no others.
 *
 * <p>Runs no model. Field numbers and operator codes are those of TensorFlow's {@code schema.fbs}.
 */
@NullMarked
package io.sightings.engine.tflite;

import org.jspecify.annotations.NullMarked;
