{{#PLAIN}}<div class="ds-field{{#WRONG}} v-has-error{{/WRONG}}"><label class="ds-label" for="{{KEY}}">{{LABEL}}</label>
{{#HINTED}}<p class="v-hint" id="{{KEY}}-hint">{{HINT}}</p>{{/HINTED}}
{{#ERRORS}}<div id="{{KEY}}-error">{{#ERROR}}<p class="v-error-text">{{TEXT}}</p>{{/ERROR}}</div>{{/ERRORS}}
{{#LONG}}<textarea class="ds-input" id="{{KEY}}" name="{{KEY}}" rows="8"{{#COUNTED}} data-letters="{{MOST}}"{{/COUNTED}}{{#DESCRIBED}} aria-describedby="{{BY}}"{{/DESCRIBED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}>{{VALUE}}</textarea>{{/LONG}}
{{#SHORT}}<span class="v-{{BOX}}-in"><input class="ds-input" id="{{KEY}}" name="{{KEY}}" type="{{TYPE}}" value="{{VALUE}}"{{#DECIMAL}} inputmode="decimal"{{/DECIMAL}}{{#NUMERIC}} inputmode="numeric"{{/NUMERIC}}{{#TOKEN}} autocomplete="{{AUTOCOMPLETE}}"{{/TOKEN}}{{#DESCRIBED}} aria-describedby="{{BY}}"{{/DESCRIBED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}>{{#UNITED}}<span class="v-unit" id="{{KEY}}-unit">{{UNIT}}</span>{{/UNITED}}</span>{{/SHORT}}</div>{{/PLAIN}}
{{#CHOICE}}<fieldset class="ds-fieldset{{#WRONG}} v-has-error{{/WRONG}}"{{#DESCRIBED}} aria-describedby="{{BY}}"{{/DESCRIBED}}><legend class="ds-label">{{LABEL}}</legend>
{{#HINTED}}<p class="v-hint" id="{{KEY}}-hint">{{HINT}}</p>{{/HINTED}}
{{#ERRORS}}<div id="{{KEY}}-error">{{#ERROR}}<p class="v-error-text">{{TEXT}}</p>{{/ERROR}}</div>{{/ERRORS}}
{{#OPTION}}<div class="ds-field v-option"><input class="ds-input" type="radio" id="{{ID}}" name="{{KEY}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}{{#OPTION_HINTED}} aria-describedby="{{ID}}-hint"{{/OPTION_HINTED}}><label class="ds-label" for="{{ID}}">{{LABEL}}</label>{{#OPTION_HINTED}}<p class="v-hint" id="{{ID}}-hint">{{HINT}}</p>{{/OPTION_HINTED}}</div>{{/OPTION}}</fieldset>{{/CHOICE}}
