package com.google.android.material.button;

import android.content.Context;
import android.widget.Button;

/** Replaces the class of Material Components that the accessibility checks refer to; the app uses none. */
public class MaterialButton extends Button {
    public MaterialButton(Context context) {
        super(context);
    }

    public boolean isCheckable() {
        return false;
    }

    public int getInsetTop() {
        return 0;
    }

    public int getInsetBottom() {
        return 0;
    }
}
