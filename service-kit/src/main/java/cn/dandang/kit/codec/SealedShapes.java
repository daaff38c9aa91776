package cn.dandang.kit.codec;

import cn.dandang.contracts.SealedText;
import cn.dandang.kit.personal.Sealed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;

/** Tells from a record's components whether it can carry a sealed value, however deep. */
final class SealedShapes {
    private SealedShapes() {}

    static boolean carriesSealed(Class<?> type) {
        return carries(type, new HashSet<>());
    }

    private static boolean carries(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case ParameterizedType generic -> carries(generic.getRawType(), seen) || anyOf(generic.getActualTypeArguments(), seen);
            case WildcardType wild -> anyOf(wild.getUpperBounds(), seen);
            case Class<?> plain -> plain == Sealed.class || plain == SealedText.class
                    || plain.isRecord() && componentsCarry(plain, seen)
                    || plain.isSealed() && anyOf(plain.getPermittedSubclasses(), seen)
                    || plain.isArray() && carries(plain.getComponentType(), seen);
            default -> false;
        };
    }

    private static boolean componentsCarry(Class<?> type, Set<Type> seen) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (carries(component.getGenericType(), seen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyOf(Type[] types, Set<Type> seen) {
        for (Type type : types) {
            if (carries(type, seen)) {
                return true;
            }
        }
        return false;
    }
}
